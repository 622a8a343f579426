using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents the key of an account's user data stream (wire name <c>listenKey</c>). It gives access to the account's events, so that it is a secret:
/// <see cref="ToString"/> does not show it.
/// </summary>
public sealed class ListenKey
{
    /// <summary>Initializes a key.</summary>
    /// <param name="value">The text of the key. Visible ASCII characters without <c>&amp;</c>, <c>#</c>, <c>/</c> and <c>?</c>, at most 1,024.</param>
    /// <param name="endpoint">The address that returned the key, such as <c>https://fapi.binance.com/fapi/v1/listenKey</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has other characters, or <paramref name="endpoint"/> is not absolute.</exception>
    public ListenKey(string value, Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!IsKey(value))
        {
            throw new ArgumentException("A listen key must be 1 to 1,024 visible ASCII characters without '&', '#', '/' and '?', but was another text, which is not shown because it may be a key.", nameof(value));
        }

        if (!endpoint.IsAbsoluteUri)
        {
            throw new ArgumentException("The address that returned a listen key must be absolute, but was relative.", nameof(endpoint));
        }

        (Value, Endpoint) = (value, endpoint);
    }

    /// <summary>Gets the text of the key. It is a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; }

    /// <summary>Gets the address that returned the key. A key belongs to the market and the environment of that address.</summary>
    public Uri Endpoint { get; }

    /// <summary>Returns a text without the key.</summary>
    public override string ToString() => $"Listen key of {Endpoint.Authority}";

    /// <summary>Returns true if a text could be a key.</summary>
    internal static bool IsKey(string text) =>
        text.Length is > 0 and <= 1024 && text.All(static character => character is > ' ' and < '\x7f' and not ('&' or '#' or '/' or '?'));
}

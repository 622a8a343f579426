using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>
/// Identifies an algo order in a request by exactly one id: Binance's <c>algoId</c> or your <c>clientAlgoId</c>. The type is closed: the two
/// nested records are its only cases.
/// </summary>
public abstract record AlgoOrderId
{
    private const int LongestInt64 = 20;

    // A character becomes at most three bytes of UTF-8, each written as %XX.
    private const int LongestEscape = 9;

    private AlgoOrderId()
    {
    }

    /// <summary>Creates an id from the number that Binance assigned to the order, wire name <c>algoId</c>.</summary>
    /// <param name="algoId">The id that Binance assigned. Greater than zero. Live ids have 16 digits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="algoId"/> is zero or negative.</exception>
    public static AlgoOrderId FromAlgoId(long algoId) => new ByAlgoId(algoId);

    /// <summary>Creates an id from the text that the client assigned to the order, wire name <c>clientAlgoId</c>.</summary>
    /// <param name="clientAlgoId">
    /// The id that the client assigned, not blank. It is sent exactly as it is, of any length and with any characters, so that an order placed
    /// by another tool can be canceled.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is null, empty, white space only, or invalid Unicode.</exception>
    public static AlgoOrderId FromClientAlgoId(string clientAlgoId) => new ByClientAlgoId(clientAlgoId);

    /// <summary>Gets the maximum number of bytes that <see cref="WriteParameter"/> writes.</summary>
    internal abstract int MaxParameterLength { get; }

    /// <summary>Writes the id as a percent-encoded <c>name=value</c> pair.</summary>
    /// <returns>The number of bytes written.</returns>
    internal abstract int WriteParameter(Span<byte> destination);

    /// <summary>Returns true if a response with these ids is about the order that this id identifies.</summary>
    internal abstract bool Matches(long algoId, string? clientAlgoId);

    /// <summary>Identifies an order by the id that Binance assigned to it.</summary>
    /// <param name="AlgoId">The id that Binance assigned, wire name <c>algoId</c>. Greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="AlgoId"/> is zero or negative.</exception>
    public sealed record ByAlgoId(long AlgoId) : AlgoOrderId
    {
        /// <summary>Gets the id that Binance assigned, wire name <c>algoId</c>. Greater than zero.</summary>
        public long AlgoId { get; } = Checked(AlgoId);

        internal override int MaxParameterLength => "algoId="u8.Length + LongestInt64;

        internal override int WriteParameter(Span<byte> destination)
        {
            "algoId="u8.CopyTo(destination);
            AlgoId.TryFormat(destination["algoId="u8.Length..], out int digits, provider: CultureInfo.InvariantCulture);
            return "algoId="u8.Length + digits;
        }

        internal override bool Matches(long algoId, string? clientAlgoId) => algoId == AlgoId;

        private static long Checked(long algoId, [CallerArgumentExpression(nameof(algoId))] string? argument = null)
        {
            if (algoId <= 0)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"algoId must be greater than zero, but was {algoId}.");
                throw new ArgumentOutOfRangeException(argument, algoId, message);
            }

            return algoId;
        }
    }

    /// <summary>Identifies an order by the id that the client assigned to it.</summary>
    /// <param name="ClientAlgoId">The id that the client assigned, wire name <c>clientAlgoId</c>. Not blank. It is never rewritten.</param>
    /// <exception cref="ArgumentException"><paramref name="ClientAlgoId"/> is null, empty, white space only, or invalid Unicode.</exception>
    public sealed record ByClientAlgoId(string ClientAlgoId) : AlgoOrderId
    {
        /// <summary>Gets the id that the client assigned, wire name <c>clientAlgoId</c>. Not blank. It is never rewritten.</summary>
        public string ClientAlgoId { get; } = Checked(ClientAlgoId);

        internal override int MaxParameterLength => "clientAlgoId="u8.Length + (LongestEscape * ClientAlgoId.Length);

        internal override int WriteParameter(Span<byte> destination)
        {
            "clientAlgoId="u8.CopyTo(destination);
            return "clientAlgoId="u8.Length + Encoding.ASCII.GetBytes(Uri.EscapeDataString(ClientAlgoId), destination["clientAlgoId="u8.Length..]);
        }

        internal override bool Matches(long algoId, string? clientAlgoId) => algoId > 0 && clientAlgoId == ClientAlgoId;

        private static string Checked(string clientAlgoId, [CallerArgumentExpression(nameof(clientAlgoId))] string? argument = null)
        {
            if (string.IsNullOrWhiteSpace(clientAlgoId))
            {
                throw new ArgumentException("clientAlgoId must not be null, empty or white space.", argument);
            }

            // Half a surrogate pair has no UTF-8 form, so that encoding it would silently send another id.
            if (!IsValidUnicode(clientAlgoId))
            {
                throw new ArgumentException("clientAlgoId must be valid Unicode, but contained an unpaired surrogate.", argument);
            }

            return clientAlgoId;
        }

        private static bool IsValidUnicode(ReadOnlySpan<char> text)
        {
            while (!text.IsEmpty)
            {
                if (Rune.DecodeFromUtf16(text, out _, out int consumed) != OperationStatus.Done)
                {
                    return false;
                }

                text = text[consumed..];
            }

            return true;
        }
    }
}

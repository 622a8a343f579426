using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>
/// The one id by which a request names its algo order: Binance's <c>algoId</c> or your <c>clientAlgoId</c>. Neither and both cannot be
/// written. Closed: there are no other cases than the two nested ones.
/// </summary>
public abstract record AlgoOrderId
{
    private const int LongestInt64 = 20;

    // Three bytes of UTF-8, each as %XX, is the most that a character becomes.
    private const int LongestEscape = 9;

    private AlgoOrderId()
    {
    }

    /// <summary>Names an order by the id that Binance gave it, wire name <c>algoId</c>.</summary>
    /// <param name="algoId">Above zero; live ids have 16 digits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="algoId"/> is zero or negative.</exception>
    public static AlgoOrderId FromAlgoId(long algoId) => new ByAlgoId(algoId);

    /// <summary>Names an order by the id that its owner gave it, wire name <c>clientAlgoId</c>.</summary>
    /// <param name="clientAlgoId">
    /// Sent exactly as it is, whatever its characters and length: an id that another tool made stays cancellable. Not blank.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is null, empty, white space only, or not valid Unicode.</exception>
    public static AlgoOrderId FromClientAlgoId(string clientAlgoId) => new ByClientAlgoId(clientAlgoId);

    /// <summary>How many bytes <see cref="WriteParameter"/> needs at most.</summary>
    internal abstract int MaxParameterLength { get; }

    /// <summary>Writes the id as a percent-encoded <c>name=value</c>, as it goes out.</summary>
    /// <returns>How many bytes were written.</returns>
    internal abstract int WriteParameter(Span<byte> destination);

    /// <summary>Whether an answer with these ids speaks of the order that is named here.</summary>
    internal abstract bool Names(long algoId, string? clientAlgoId);

    /// <summary>An order named by the id that Binance gave it.</summary>
    /// <param name="AlgoId">Wire name <c>algoId</c>. Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="AlgoId"/> is zero or negative.</exception>
    public sealed record ByAlgoId(long AlgoId) : AlgoOrderId
    {
        /// <summary>Wire name <c>algoId</c>. Above zero.</summary>
        public long AlgoId { get; } = AlgoId > 0
            ? AlgoId
            : throw new ArgumentOutOfRangeException(nameof(AlgoId), AlgoId, "An algoId is a whole number above zero.");

        internal override int MaxParameterLength => "algoId="u8.Length + LongestInt64;

        internal override int WriteParameter(Span<byte> destination)
        {
            "algoId="u8.CopyTo(destination);
            AlgoId.TryFormat(destination["algoId="u8.Length..], out int digits, provider: CultureInfo.InvariantCulture);
            return "algoId="u8.Length + digits;
        }

        internal override bool Names(long algoId, string? clientAlgoId) => algoId == AlgoId;
    }

    /// <summary>An order named by the id that its owner gave it.</summary>
    /// <param name="ClientAlgoId">Wire name <c>clientAlgoId</c>. Not blank; never rewritten.</param>
    /// <exception cref="ArgumentException"><paramref name="ClientAlgoId"/> is null, empty, white space only, or not valid Unicode.</exception>
    public sealed record ByClientAlgoId(string ClientAlgoId) : AlgoOrderId
    {
        /// <summary>Wire name <c>clientAlgoId</c>. Not blank; never rewritten.</summary>
        public string ClientAlgoId { get; } = Checked(ClientAlgoId);

        internal override int MaxParameterLength => "clientAlgoId="u8.Length + (LongestEscape * ClientAlgoId.Length);

        internal override int WriteParameter(Span<byte> destination)
        {
            "clientAlgoId="u8.CopyTo(destination);
            return "clientAlgoId="u8.Length + Encoding.ASCII.GetBytes(Uri.EscapeDataString(ClientAlgoId), destination["clientAlgoId="u8.Length..]);
        }

        internal override bool Names(long algoId, string? clientAlgoId) => algoId > 0 && clientAlgoId == ClientAlgoId;

        private static string Checked(string clientAlgoId, [CallerArgumentExpression(nameof(clientAlgoId))] string? argument = null)
        {
            if (string.IsNullOrWhiteSpace(clientAlgoId))
            {
                throw new ArgumentException("A clientAlgoId has at least one character that is not white space.", argument);
            }

            // Half a surrogate pair has no UTF-8 form: encoding would silently send another id.
            return IsValidUnicode(clientAlgoId)
                ? clientAlgoId
                : throw new ArgumentException("A clientAlgoId is valid Unicode text; this one has an unpaired surrogate.", argument);
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

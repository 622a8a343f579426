namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>How much of an answer is read at most, in bytes, whatever its headers say.</summary>
internal static class AnswerSize
{
    public const int Ordinary = 1 << 20;
    public const int OfList = 16 << 20;
}

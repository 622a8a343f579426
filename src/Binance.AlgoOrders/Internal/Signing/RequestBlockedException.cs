namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Reports that a request was not sent because Binance rate-limits or bans the client. A user's retry handler does not repeat it.</summary>
internal sealed class RequestBlockedException(RateLimitBlock block) : InvalidOperationException(
    $"The request was not sent, because Binance demanded with HTTP {(int)block.StatusCode} that no request be sent for another {block.Remaining:c}.")
{
    public RateLimitBlock Block => block;
}

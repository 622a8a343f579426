namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A client that cancels an order and states the result.</summary>
internal interface ITailClient : IDisposable
{
    Task<Claim> CancelAsync(long algoId);
}

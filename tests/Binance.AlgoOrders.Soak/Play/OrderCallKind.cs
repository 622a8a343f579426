namespace Binance.AlgoOrders.Soak;

/// <summary>The method of the client that is called for an order.</summary>
internal enum OrderCallKind
{
    EnsureCanceled,
    Cancel,
    Find,
}

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What applies where a request says nothing.</summary>
internal sealed record ApiTransportDefaults(TimeSpan Timeout, TimeSpan AttemptTimeout, int MaxRetryAttempts);

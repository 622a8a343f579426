namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The times that apply where a request names none.</summary>
internal sealed record ApiTransportDefaults(TimeSpan RecvWindow, TimeSpan Timeout, TimeSpan AttemptTimeout);

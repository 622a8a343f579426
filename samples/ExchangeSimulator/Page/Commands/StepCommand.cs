namespace Binance.AlgoOrders.Samples;

/// <summary>One step in the life of an order.</summary>
internal sealed record StepCommand(long AlgoId, string Step);

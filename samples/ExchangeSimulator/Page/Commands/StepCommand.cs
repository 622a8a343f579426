namespace Binance.AlgoOrders.Samples;

/// <summary>Moves an order one step.</summary>
internal sealed record StepCommand(long AlgoId, string Step);

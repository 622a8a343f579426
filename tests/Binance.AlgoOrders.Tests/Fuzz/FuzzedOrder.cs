namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>An order as the oracle reads it.</summary>
internal sealed record FuzzedOrder(long AlgoId, string ClientAlgoId, string Status);

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The position of the account in one contract, and the prices of the contract during the calls.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Position">The quantity before the calls, negative for a short position. The first order of the contract can reduce it.</param>
/// <param name="Prices">The prices since the start. Without any, no order triggers by itself.</param>
internal sealed record MarketPlan(string Symbol, decimal Position, IReadOnlyList<PricePlan> Prices);

/// <summary>The price of a contract.</summary>
/// <param name="At">The time since the start.</param>
/// <param name="Price">The price.</param>
internal sealed record PricePlan(TimeSpan At, decimal Price);

namespace Binance.AlgoOrders.Samples;

/// <summary>The terms that every kind of new order has.</summary>
internal sealed record CommonTerms(string Symbol, OrderSide Side, OrderPosition Position, string? ClientAlgoId);

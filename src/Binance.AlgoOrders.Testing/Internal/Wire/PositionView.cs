namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>A position at a mark price.</summary>
internal sealed record PositionView(SimulatedPosition Position, decimal MarkPrice, DateTimeOffset Now)
{
    public required int Leverage { get; init; }

    public required bool IsIsolated { get; init; }

    public decimal UnrealizedProfit => Position.ProfitAt(MarkPrice);

    public decimal Notional => Position.Quantity * MarkPrice;
}

/// <summary>The balance of an account.</summary>
internal sealed record BalanceView(decimal Wallet, decimal UnrealizedProfit, DateTimeOffset Now)
{
    public decimal Margin => Wallet + UnrealizedProfit;
}

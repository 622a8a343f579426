namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The values of an <c>ACCOUNT_UPDATE</c>.</summary>
/// <param name="TransactionTime"><c>T</c>.</param>
/// <param name="Reason"><c>m</c>: ORDER, FUNDING_FEE, DEPOSIT, ….</param>
/// <param name="Balances"><c>B</c>: the balances that changed.</param>
/// <param name="Positions"><c>P</c>: the positions that changed.</param>
internal sealed record AccountEvent(
    DateTimeOffset TransactionTime, string Reason, IReadOnlyList<AccountEvent.Balance> Balances, IReadOnlyList<AccountEvent.Position> Positions)
{
    /// <summary>A balance after a change.</summary>
    /// <param name="Asset"><c>a</c>.</param>
    /// <param name="Wallet"><c>wb</c>, the wallet balance.</param>
    /// <param name="CrossWallet"><c>cw</c>, the wallet balance without isolated margin.</param>
    /// <param name="Change"><c>bc</c>, the change except profit and commission.</param>
    internal sealed record Balance(string Asset, decimal Wallet, decimal CrossWallet, decimal Change = 0);

    /// <summary>A position after a change, with the defaults of one-way mode and cross margin.</summary>
    /// <param name="Symbol"><c>s</c>.</param>
    /// <param name="Amount"><c>pa</c>, negative for a short position.</param>
    /// <param name="EntryPrice"><c>ep</c>.</param>
    internal sealed record Position(string Symbol, decimal Amount, decimal EntryPrice)
    {
        /// <summary>Gets <c>cr</c>, the accumulated realized profit.</summary>
        public decimal RealizedProfit { get; init; }

        /// <summary>Gets <c>up</c>, the unrealized profit.</summary>
        public decimal UnrealizedProfit { get; init; }

        /// <summary>Gets <c>mt</c>: cross or isolated.</summary>
        public string MarginType { get; init; } = "cross";

        /// <summary>Gets <c>iw</c>, the isolated wallet.</summary>
        public decimal IsolatedWallet { get; init; }

        /// <summary>Gets <c>ps</c>.</summary>
        public string PositionSide { get; init; } = "BOTH";

        /// <summary>Gets <c>ma</c>.</summary>
        public string MarginAsset { get; init; } = "USDT";

        /// <summary>Gets <c>bep</c>, the price at which the position breaks even, or null for <see cref="EntryPrice"/>.</summary>
        public decimal? BreakEvenPrice { get; init; }
    }
}

using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing;

// The settings that requests change too.
public sealed partial class SimulatedAccount
{
    /// <summary>
    /// Gets or sets whether the account holds long and short positions side by side (hedge mode). An order must then have the <c>positionSide</c> LONG
    /// or SHORT, and never <c>reduceOnly</c>. <c>POST /fapi/v1/positionSide/dual</c> sets it too. Default: <see langword="false"/>, one-way mode.
    /// </summary>
    public bool IsHedgeMode
    {
        get => _exchange.Read(() => Settings.IsHedgeMode);
        set => _exchange.Read(() => Settings.IsHedgeMode = value);
    }

    /// <summary>
    /// Gets or sets whether the assets of the account are margin for all its contracts (multi-assets mode). <c>POST /fapi/v1/multiAssetsMargin</c> sets it
    /// too. Default: <see langword="false"/>, single-asset mode.
    /// </summary>
    public bool IsMultiAssetsMode
    {
        get => _exchange.Read(() => Settings.IsMultiAssetsMode);
        set => _exchange.Read(() => Settings.IsMultiAssetsMode = value);
    }

    /// <summary>Returns the leverage that <c>POST /fapi/v1/leverage</c> has set, or 20, the default.</summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    public int LeverageOf(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _exchange.Read(() => Settings.LeverageOf(symbol));
    }

    /// <summary>Returns the margin type that <c>POST /fapi/v1/marginType</c> has set: ISOLATED, or CROSSED, the default.</summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    public string MarginTypeOf(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _exchange.Read(() => Settings.MarginTypeOf(symbol));
    }

    /// <summary>
    /// Returns the time, on the exchange's clock, at which the countdown of <c>POST /fapi/v1/countdownCancelAll</c> cancels the open orders of a symbol, or
    /// <see langword="null"/> if none is running.
    /// </summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    public DateTimeOffset? CountdownEndOf(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _exchange.Read(() => Countdowns.EndOf(symbol));
    }

    internal AccountSettings Settings { get; } = new();

    internal CancelCountdowns Countdowns { get; }
}

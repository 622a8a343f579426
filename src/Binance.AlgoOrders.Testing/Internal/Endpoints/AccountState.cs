using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Shows positions and balances. Profits are counted in USDT, and the leverage is not limited by the balance.</summary>
internal static class AccountState
{
    public static ProcessingResult Positions(EndpointCall call)
    {
        string? symbol = call.Parameters["symbol"];
        return new ProcessingResult(ResponseJson.Array(AccountJson.WritePosition, OpenPositions(call).Where(view => symbol is null || view.Position.Symbol == symbol)));
    }

    public static ProcessingResult Balances(EndpointCall call) =>
        new(ResponseJson.Array(AccountJson.WriteBalance, [new BalanceView(call.Account.WalletBalance, UnrealizedProfit(call), call.Now)]));

    public static ProcessingResult Account(EndpointCall call)
    {
        var balance = new BalanceView(call.Account.WalletBalance, UnrealizedProfit(call), call.Now);
        return new ProcessingResult(ResponseJson.Write(json => AccountJson.WriteAccount(json, balance, OpenPositions(call))));
    }

    private static decimal UnrealizedProfit(EndpointCall call) => OpenPositions(call).Sum(static view => view.UnrealizedProfit);

    private static IEnumerable<PositionView> OpenPositions(EndpointCall call) => call.Account.PositionsIn(call.Market).All
        .Where(static position => position.Quantity != 0)
        .Select(position => new PositionView(position, call.Prices.Find(position.Symbol)?.Mark ?? position.EntryPrice, call.Now)
        {
            Leverage = call.Account.Settings.LeverageOf(position.Symbol),
            IsIsolated = call.Account.Settings.MarginTypeOf(position.Symbol) == AccountSettings.Isolated,
        });
}

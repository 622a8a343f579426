using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes positions and balances as JSON.</summary>
internal static class AccountJson
{
    private const string Asset = "USDT";

    /// <summary>Writes an element of GET /fapi/v2/positionRisk, which contains the members of version 3.</summary>
    public static void WritePosition(Utf8JsonWriter json, PositionView view)
    {
        SimulatedPosition position = view.Position;
        json.WriteStartObject();
        json.WriteString("symbol", position.Symbol);
        json.WriteString("positionSide", position.PositionSide);
        json.WriteString("positionAmt", SimulatedWireNames.Of(position.Quantity));
        json.WriteString("entryPrice", SimulatedWireNames.Of(position.EntryPrice));
        json.WriteString("breakEvenPrice", SimulatedWireNames.Of(position.EntryPrice));
        json.WriteString("markPrice", SimulatedWireNames.Of(view.MarkPrice));
        json.WriteString("unRealizedProfit", SimulatedWireNames.Of(view.UnrealizedProfit));
        json.WriteString("liquidationPrice", "0");
        json.WriteString("leverage", SimulatedWireNames.Of(view.Leverage));
        json.WriteString("maxNotionalValue", "100000000");
        json.WriteString("marginType", view.IsIsolated ? "isolated" : "cross");
        json.WriteString("isolatedMargin", "0");
        json.WriteString("isAutoAddMargin", "false");
        json.WriteString("notional", SimulatedWireNames.Of(view.Notional));
        json.WriteString("isolatedWallet", "0");
        json.WriteString("marginAsset", Asset);
        json.WriteString("initialMargin", "0");
        json.WriteString("maintMargin", "0");
        json.WriteString("positionInitialMargin", "0");
        json.WriteString("openOrderInitialMargin", "0");
        json.WriteNumber("adl", 1);
        json.WriteString("bidNotional", "0");
        json.WriteString("askNotional", "0");
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(view.Now));
        json.WriteEndObject();
    }

    /// <summary>Writes an element of GET /fapi/v3/balance.</summary>
    public static void WriteBalance(Utf8JsonWriter json, BalanceView view)
    {
        json.WriteStartObject();
        json.WriteString("accountAlias", "SgsR");
        json.WriteString("asset", Asset);
        json.WriteString("balance", SimulatedWireNames.Of(view.Wallet));
        json.WriteString("crossWalletBalance", SimulatedWireNames.Of(view.Wallet));
        json.WriteString("crossUnPnl", SimulatedWireNames.Of(view.UnrealizedProfit));
        json.WriteString("availableBalance", SimulatedWireNames.Of(view.Margin));
        json.WriteString("maxWithdrawAmount", SimulatedWireNames.Of(view.Margin));
        json.WriteBoolean("marginAvailable", true);
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(view.Now));
        json.WriteEndObject();
    }

    /// <summary>Writes GET /fapi/v3/account, with the members of version 2 that clients read.</summary>
    public static void WriteAccount(Utf8JsonWriter json, BalanceView balance, IEnumerable<PositionView> positions)
    {
        json.WriteStartObject();
        json.WriteBoolean("canTrade", true);
        json.WriteBoolean("canDeposit", true);
        json.WriteBoolean("canWithdraw", true);
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(balance.Now));
        foreach ((string name, decimal value) in TotalsOf(balance))
        {
            json.WriteString(name, SimulatedWireNames.Of(value));
        }

        json.WriteStartArray("assets");
        WriteAsset(json, balance);
        json.WriteEndArray();
        json.WriteStartArray("positions");
        foreach (PositionView position in positions)
        {
            WriteAccountPosition(json, position);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static (string Name, decimal Value)[] TotalsOf(BalanceView balance) =>
    [
        ("totalInitialMargin", 0),
        ("totalMaintMargin", 0),
        ("totalWalletBalance", balance.Wallet),
        ("totalUnrealizedProfit", balance.UnrealizedProfit),
        ("totalMarginBalance", balance.Margin),
        ("totalPositionInitialMargin", 0),
        ("totalOpenOrderInitialMargin", 0),
        ("totalCrossWalletBalance", balance.Wallet),
        ("totalCrossUnPnl", balance.UnrealizedProfit),
        ("availableBalance", balance.Margin),
        ("maxWithdrawAmount", balance.Margin),
    ];

    private static void WriteAsset(Utf8JsonWriter json, BalanceView balance)
    {
        json.WriteStartObject();
        json.WriteString("asset", Asset);
        json.WriteString("walletBalance", SimulatedWireNames.Of(balance.Wallet));
        json.WriteString("unrealizedProfit", SimulatedWireNames.Of(balance.UnrealizedProfit));
        json.WriteString("marginBalance", SimulatedWireNames.Of(balance.Margin));
        json.WriteString("maintMargin", "0");
        json.WriteString("initialMargin", "0");
        json.WriteString("positionInitialMargin", "0");
        json.WriteString("openOrderInitialMargin", "0");
        json.WriteString("crossWalletBalance", SimulatedWireNames.Of(balance.Wallet));
        json.WriteString("crossUnPnl", SimulatedWireNames.Of(balance.UnrealizedProfit));
        json.WriteString("availableBalance", SimulatedWireNames.Of(balance.Margin));
        json.WriteString("maxWithdrawAmount", SimulatedWireNames.Of(balance.Margin));
        json.WriteBoolean("marginAvailable", true);
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(balance.Now));
        json.WriteEndObject();
    }

    private static void WriteAccountPosition(Utf8JsonWriter json, PositionView view)
    {
        json.WriteStartObject();
        json.WriteString("symbol", view.Position.Symbol);
        json.WriteString("positionSide", view.Position.PositionSide);
        json.WriteString("positionAmt", SimulatedWireNames.Of(view.Position.Quantity));
        json.WriteString("entryPrice", SimulatedWireNames.Of(view.Position.EntryPrice));
        json.WriteString("unrealizedProfit", SimulatedWireNames.Of(view.UnrealizedProfit));
        json.WriteString("leverage", SimulatedWireNames.Of(view.Leverage));
        json.WriteBoolean("isolated", view.IsIsolated);
        json.WriteString("isolatedMargin", "0");
        json.WriteString("notional", SimulatedWireNames.Of(view.Notional));
        json.WriteString("isolatedWallet", "0");
        json.WriteString("initialMargin", "0");
        json.WriteString("maintMargin", "0");
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(view.Now));
        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>Writes the account of an <c>ACCOUNT_UPDATE</c>.</summary>
internal static class AccountEventJson
{
    public static void Write(Utf8JsonWriter json, AccountEvent account)
    {
        json.WriteStartArray("B");
        foreach (AccountEvent.Balance balance in account.Balances)
        {
            WriteBalance(json, balance);
        }

        json.WriteEndArray();
        json.WriteStartArray("P");
        foreach (AccountEvent.Position position in account.Positions)
        {
            WritePosition(json, position);
        }

        json.WriteEndArray();
        json.WriteString("m", account.Reason);
    }

    private static void WriteBalance(Utf8JsonWriter json, AccountEvent.Balance balance)
    {
        json.WriteStartObject();
        json.WriteString("a", balance.Asset);
        EventJson.WriteDecimal(json, "wb", balance.Wallet);
        EventJson.WriteDecimal(json, "cw", balance.CrossWallet);
        EventJson.WriteDecimal(json, "bc", balance.Change);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, AccountEvent.Position position)
    {
        json.WriteStartObject();
        json.WriteString("s", position.Symbol);
        EventJson.WriteDecimal(json, "pa", position.Amount);
        EventJson.WriteDecimal(json, "ep", position.EntryPrice);
        EventJson.WriteDecimal(json, "cr", position.RealizedProfit);
        EventJson.WriteDecimal(json, "up", position.UnrealizedProfit);
        json.WriteString("mt", position.MarginType);
        EventJson.WriteDecimal(json, "iw", position.IsolatedWallet);
        json.WriteString("ps", position.PositionSide);
        json.WriteString("ma", position.MarginAsset);
        EventJson.WriteDecimal(json, "bep", position.BreakEvenPrice ?? position.EntryPrice);
        json.WriteEndObject();
    }
}

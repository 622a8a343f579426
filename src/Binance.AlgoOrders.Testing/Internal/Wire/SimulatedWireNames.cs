using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The wire format of values and paths.</summary>
internal static class SimulatedWireNames
{
    public const string WebSocketApiPath = "/ws-fapi/v1";

    public static string Path(SimulatedMarket market, string name) => market switch
    {
        SimulatedMarket.CoinMargined => $"/dapi/v1/{name}",
        _ => $"/fapi/v1/{name}",
    };

    public static string Of(SimulatedOrderStatus status) => status.ToString().ToUpperInvariant();

    public static string Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static long Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? 0;
}

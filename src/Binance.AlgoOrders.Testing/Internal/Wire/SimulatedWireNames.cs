using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The wire format of values and paths.</summary>
internal static class SimulatedWireNames
{
    public const string WebSocketApiPath = "/ws-fapi/v1";

    public static string Path(SimulatedMarket market, int version, string name) => market switch
    {
        SimulatedMarket.CoinMargined => string.Create(CultureInfo.InvariantCulture, $"/dapi/v{version}/{name}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"/fapi/v{version}/{name}"),
    };

    public static string Of(SimulatedOrdinaryStatus status) => status.ToString().ToUpperInvariant();

    public static string Of(SimulatedOrderStatus status) => status.ToString().ToUpperInvariant();

    public static string Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static long Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? 0;
}

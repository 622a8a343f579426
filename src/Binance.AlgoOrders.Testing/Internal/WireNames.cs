using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>How values are written on the wire.</summary>
internal static class WireNames
{
    public static string Path(SimulatedMarket market, string name) => $"/{(market == SimulatedMarket.CoinMargined ? "dapi" : "fapi")}/v1/{name}";

    public static string Of(SimulatedOrderStatus status) => status.ToString().ToUpperInvariant();

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(decimal? value) => value is { } known ? Of(known) : "";

    public static long Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? 0;
}

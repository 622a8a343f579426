using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Lines that connect clients of other authors to the simulator.</summary>
internal static class ClientSettings
{
    public static string NodeSdk(string address, SimulatedAccount account) => $$"""
        import { DerivativesTradingUsdsFutures } from "@binance/derivatives-trading-usds-futures";

        const keys = { apiKey: "{{account.ApiKey}}", apiSecret: "{{account.SecretKey}}" };
        const client = new DerivativesTradingUsdsFutures({
          configurationRestAPI: { ...keys, basePath: "{{Root(address)}}" },
          configurationWebsocketAPI: { ...keys, wsURL: "{{Sockets(address)}}/ws-fapi/v1" },
          configurationWebsocketStreams: { wsURL: "{{Sockets(address)}}" },
        });
        """;

    public static string CcxtJavaScript(string address, SimulatedAccount account) => $$"""
        import ccxt from "ccxt";

        const exchange = new ccxt.binanceusdm({
          apiKey: "{{account.ApiKey}}",
          secret: "{{account.SecretKey}}",
          options: { fetchCurrencies: false },
        });
        const paths = { fapiPublic: 1, fapiPublicV2: 2, fapiPublicV3: 3, fapiPrivate: 1, fapiPrivateV2: 2, fapiPrivateV3: 3 };
        for (const [name, version] of Object.entries(paths)) {
          exchange.urls.api[name] = `{{Root(address)}}/fapi/v${version}`;
        }
        """;

    public static string CcxtPython(string address, SimulatedAccount account) => $$"""
        import ccxt

        exchange = ccxt.binanceusdm({
            "apiKey": "{{account.ApiKey}}",
            "secret": "{{account.SecretKey}}",
            "options": {"fetchCurrencies": False},
        })
        paths = {"fapiPublic": 1, "fapiPublicV2": 2, "fapiPublicV3": 3, "fapiPrivate": 1, "fapiPrivateV2": 2, "fapiPrivateV3": 3}
        for name, version in paths.items():
            exchange.urls["api"][name] = f"{{Root(address)}}/fapi/v{version}"
        """;

    private static string Root(string address) => address.TrimEnd('/');

    private static string Sockets(string address) => Root(address).Replace("http", "ws", StringComparison.Ordinal);
}

namespace Binance.AlgoOrders;

/// <summary>Specifies the Binance USDⓈ-M Futures exchange that a client uses. An API key belongs to exactly one of them.</summary>
public enum BinanceEnvironment
{
    /// <summary>The live exchange with real money, <c>https://fapi.binance.com</c>.</summary>
    Live,

    /// <summary>Binance's demo trading, <c>https://demo-fapi.binance.com</c>.</summary>
    Demo,

    /// <summary>The older name of the test network, <c>https://testnet.binancefuture.com</c>.</summary>
    Testnet,
}

namespace Binance.AlgoOrders;

/// <summary>Which of Binance's USDⓈ-M Futures exchanges a client talks to. API keys belong to exactly one of them.</summary>
public enum BinanceEnvironment
{
    /// <summary>The live exchange, <c>https://fapi.binance.com</c>. Real money.</summary>
    Live,

    /// <summary>Binance's demo trading, <c>https://demo-fapi.binance.com</c>.</summary>
    Demo,

    /// <summary>The older name of the test network, <c>https://testnet.binancefuture.com</c>.</summary>
    Testnet,
}

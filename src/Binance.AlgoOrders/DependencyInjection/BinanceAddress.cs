namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Where the environments live, and which address of a user's own is taken.</summary>
internal static class BinanceAddress
{
    public const string Rule = "BaseAddress cannot be used. It is an absolute https address, or plain http on a loopback host (localhost, 127.0.0.1), without user, query or fragment.";

    public static Uri Of(AlgoOrderClientOptions options) => options.BaseAddress is { } own ? WithTrailingSlash(own) : Of(options.Environment, options.Market);

    public static bool IsAcceptable(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0;

    public static string PathPrefixOf(BinanceMarket market) => market == BinanceMarket.CoinMargined ? "dapi/v1/" : "fapi/v1/";

    /// <summary>The path prefix that an address ends in, as other clients want it; null: it ends in none.</summary>
    public static string? PathPrefixIn(Uri address) => Enum.GetValues<BinanceMarket>()
        .Select(PathPrefixOf)
        .FirstOrDefault(prefix => WithTrailingSlash(address).AbsolutePath.EndsWith("/" + prefix, StringComparison.Ordinal));

    private static Uri Of(BinanceEnvironment environment, BinanceMarket market) => environment switch
    {
        BinanceEnvironment.Live when market == BinanceMarket.CoinMargined => new Uri("https://dapi.binance.com/"),
        BinanceEnvironment.Live => new Uri("https://fapi.binance.com/"),
        BinanceEnvironment.Demo => new Uri("https://demo-fapi.binance.com/"),
        BinanceEnvironment.Testnet => new Uri("https://testnet.binancefuture.com/"),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "The environment is Live, Demo or Testnet."),
    };

    // Without it, the last segment of the address would be replaced by the path of the endpoint.
    private static Uri WithTrailingSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}

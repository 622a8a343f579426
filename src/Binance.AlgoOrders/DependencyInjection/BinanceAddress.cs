using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Defines the addresses of the environments and the rules for a user's own address. The Redis package compiles this file too.</summary>
internal static class BinanceAddress
{
    public const string Rule = "BaseAddress must be an absolute https address, or http on localhost or a loopback IP address, without user, query or fragment, but was another.";

    public static Uri Of(AlgoOrderClientOptions options) => WithTrailingSlash(options.BaseAddress ?? Of(options.Environment, options.Market));

    /// <summary>True if the client sends to this machine.</summary>
    public static bool IsLoopback(AlgoOrderClientOptions options) => LoopbackAddress.MayBe(Of(options));

    public static bool IsAcceptable(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && LoopbackAddress.Matches(address)))
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0;

    public static string PathPrefixOf(BinanceMarket market) => market switch
    {
        BinanceMarket.CoinMargined => "dapi/v1/",
        _ => "fapi/v1/",
    };

    /// <summary>Returns the path prefix at the end of an address, as other clients require it, or null if there is none.</summary>
    public static string? PathPrefixIn(Uri address) => Enum.GetValues<BinanceMarket>()
        .Select(PathPrefixOf)
        .FirstOrDefault(prefix => WithTrailingSlash(address).AbsolutePath.EndsWith("/" + prefix, StringComparison.Ordinal));

    /// <summary>Throws if the HttpClient has another address than that of the options, which signed requests must never be sent to.</summary>
    public static void ThrowIfChanged(HttpClient configured, AlgoOrderClientOptions options, string httpClientName)
    {
        Uri expected = Of(options);
        if (configured.BaseAddress?.AbsoluteUri != expected.AbsoluteUri)
        {
            string address = configured.BaseAddress is { } other ? $"{other.Scheme}://{other.Authority}{other.AbsolutePath}" : "none";
            throw new InvalidOperationException($"The BaseAddress of the HttpClient '{httpClientName}' must be {expected}, but was {address}. Set AlgoOrderClientOptions.BaseAddress, or give an HttpClient of your own another name.");
        }
    }

    private static Uri Of(BinanceEnvironment environment, BinanceMarket market) => environment switch
    {
        BinanceEnvironment.Live when market == BinanceMarket.CoinMargined => new Uri("https://dapi.binance.com/"),
        BinanceEnvironment.Live => new Uri("https://fapi.binance.com/"),
        BinanceEnvironment.Demo => new Uri("https://demo-fapi.binance.com/"),
        BinanceEnvironment.Testnet => new Uri("https://testnet.binancefuture.com/"),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "The environment must be Live, Demo or Testnet."),
    };

    // Without a trailing slash the path of the endpoint would replace the last segment of the address.
    private static Uri WithTrailingSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}

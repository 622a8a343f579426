using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Streams.Internal.Connection;

/// <summary>Defines the addresses of user data streams.</summary>
internal static class StreamAddress
{
    public const string Rule = "BaseAddress must be an absolute wss address, or ws on localhost or a loopback IP address, without user, query or fragment";

    private const string KeyPath = "/fapi/v1/listenKey";

    // The list also filters listenKeyExpired. Without a list, production was seen to deliver nothing. The unrouted path /ws/ connects and delivers nothing.
    private const string Events = "ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/listenKeyExpired";

    /// <summary>Returns the address of a connection.</summary>
    /// <param name="key">The key. It belongs to the market and the environment of the REST host that returned it, which determine the host of the stream.</param>
    /// <param name="baseAddress">The user's own address, or null.</param>
    /// <exception cref="InvalidOperationException">The key is none of USDⓈ-M Futures, or its host is unknown and there is no address of the user's own.</exception>
    public static Uri Of(ListenKey key, Uri? baseAddress)
    {
        if (!key.Endpoint.AbsolutePath.EndsWith(KeyPath, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The client of a stream must be one of USDⓈ-M Futures, but its listen key is from {key.Endpoint.AbsolutePath}.");
        }

        string start = (baseAddress ?? HostFor(key.Endpoint.Host)).GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri($"{start}/private/ws?listenKey={Uri.EscapeDataString(key.Value)}&events={Events}");
    }

    /// <summary>Returns true if the address may be used. A listen key is never sent in the clear to another machine.</summary>
    public static bool IsAcceptable(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && LoopbackAddress.Matches(address)))
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0;

    private static Uri HostFor(string restHost) => restHost switch
    {
        "fapi.binance.com" => new Uri("wss://fstream.binance.com"),
        "demo-fapi.binance.com" => new Uri("wss://demo-fstream.binance.com"),
        "testnet.binancefuture.com" => new Uri("wss://fstream.binancefuture.com"),
        _ => throw new InvalidOperationException($"AlgoOrderStreamOptions.BaseAddress must be set for a client of {restHost}, but was null."),
    };
}

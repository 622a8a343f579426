namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Recognizes the failures that prove that a request was never sent.</summary>
internal static class ConnectFailure
{
    /// <summary>Returns true if no connection was made: the name was not resolved, the connection was refused, or TLS or the tunnel of a proxy failed.</summary>
    public static bool Matches(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}

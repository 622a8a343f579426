namespace Binance.AlgoOrders.Internal.Http;

/// <summary>Copies the settings of handlers.</summary>
internal static class SocketsHandlerSettings
{
    /// <summary>Creates a handler with the same settings and connections of its own.</summary>
    public static SocketsHttpHandler CopySettings(this SocketsHttpHandler handler) => new()
    {
        ActivityHeadersPropagator = handler.ActivityHeadersPropagator,
        AllowAutoRedirect = handler.AllowAutoRedirect,
        AutomaticDecompression = handler.AutomaticDecompression,
        ConnectCallback = handler.ConnectCallback,
        ConnectTimeout = handler.ConnectTimeout,
        CookieContainer = handler.CookieContainer,
        Credentials = handler.Credentials,
        DefaultProxyCredentials = handler.DefaultProxyCredentials,
        EnableMultipleHttp2Connections = handler.EnableMultipleHttp2Connections,
#if NET9_0_OR_GREATER
        EnableMultipleHttp3Connections = handler.EnableMultipleHttp3Connections,
#endif
        Expect100ContinueTimeout = handler.Expect100ContinueTimeout,
        InitialHttp2StreamWindowSize = handler.InitialHttp2StreamWindowSize,
        KeepAlivePingDelay = handler.KeepAlivePingDelay,
        KeepAlivePingPolicy = handler.KeepAlivePingPolicy,
        KeepAlivePingTimeout = handler.KeepAlivePingTimeout,
        MaxAutomaticRedirections = handler.MaxAutomaticRedirections,
        MaxConnectionsPerServer = handler.MaxConnectionsPerServer,
        MaxResponseDrainSize = handler.MaxResponseDrainSize,
        MaxResponseHeadersLength = handler.MaxResponseHeadersLength,
        MeterFactory = handler.MeterFactory,
        PlaintextStreamFilter = handler.PlaintextStreamFilter,
        PooledConnectionIdleTimeout = handler.PooledConnectionIdleTimeout,
        PooledConnectionLifetime = handler.PooledConnectionLifetime,
        PreAuthenticate = handler.PreAuthenticate,
        Proxy = handler.Proxy,
        RequestHeaderEncodingSelector = handler.RequestHeaderEncodingSelector,
        ResponseDrainTimeout = handler.ResponseDrainTimeout,
        ResponseHeaderEncodingSelector = handler.ResponseHeaderEncodingSelector,
        SslOptions = handler.SslOptions,
        UseCookies = handler.UseCookies,
        UseProxy = handler.UseProxy,
    };
}

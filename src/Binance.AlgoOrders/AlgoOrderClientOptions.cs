using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>
/// Configures one <see cref="AlgoOrderClient"/>. Every option except the keys has a default. The options are validated when the client is created, or when
/// the host starts, and all errors are reported together. If options change in a container, the credentials take effect with the next request and all
/// other changes have no effect. Change key and secret in one write.
/// </summary>
public sealed class AlgoOrderClientOptions
{
    /// <summary>
    /// Gets or sets the API key, sent as the header <c>X-MBX-APIKEY</c>. Visible ASCII characters, no white space. It needs the permission to trade
    /// futures.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Gets or sets the secret of an HMAC key. Visible ASCII characters, no white space. It is never sent, logged or shown. Exactly one of
    /// <see cref="SecretKey"/>, <see cref="PrivateKeyPem"/> and <see cref="Signer"/> must be set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey { get; set; } = "";

    /// <summary>
    /// Gets or sets a private key as PEM in PKCS#8, the text itself and not a path: the block <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c> with
    /// <see cref="PrivateKeyPassword"/>. The client recognizes the kind of the key: RSA of 2048 bits or more, or Ed25519, which needs the package
    /// Binance.AlgoOrders.Ed25519 and <c>services.AddEd25519Keys()</c>. Quotes around the text, a byte order mark, <c>\n</c> in place of line ends, and the
    /// Base64 without its <c>BEGIN</c> and <c>END</c> are read too. The key is never sent, logged or shown.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKeyPem { get; set; } = "";

    /// <summary>
    /// Gets or sets the password of an encrypted <see cref="PrivateKeyPem"/>. It is ignored if the PEM is not encrypted, and never sent, logged or shown.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKeyPassword { get; set; } = "";

    /// <summary>Gets or sets the exchange to use, by default <see cref="BinanceEnvironment.Live"/>. <see cref="BaseAddress"/> overrides it.</summary>
    public BinanceEnvironment Environment { get; set; }

    /// <summary>
    /// Gets or sets the market of the algo orders, by default <see cref="BinanceMarket.UsdMargined"/>. <see cref="BinanceMarket.CoinMargined"/> requires
    /// <see cref="BinanceEnvironment.Live"/> or a <see cref="BaseAddress"/>.
    /// </summary>
    public BinanceMarket Market { get; set; }

    /// <summary>
    /// Gets or sets an address that replaces the one of <see cref="Environment"/>, for a proxy or a simulated exchange. It must be absolute and <c>https</c>,
    /// or plain <c>http</c> on <c>localhost</c> or a loopback IP address, to which requests go without a proxy. It may have a
    /// path, but without the <c>/fapi/v1</c> with which the path of every request begins, and no user, query or fragment.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gets or sets the time for which Binance may still execute a request after its timestamp, wire name <c>recvWindow</c>. 1 to 60,000 whole milliseconds,
    /// default 5 seconds. A request may set its own.
    /// </summary>
    public TimeSpan RecvWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the time limit of a whole call. Greater than zero and at most 10 minutes, default 10 seconds. A request may set its own.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the time limit of a single attempt, from connecting to the last byte of the response. Greater than zero and at most
    /// <see cref="Timeout"/>, default 2 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets or sets the time after which a request that may be repeated (the cancel of one order, a query, a list, the time) is sent once more, over another
    /// connection, while the first attempt goes on, and later a third time. The first response counts. 1 millisecond to 1 minute,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> to send nothing twice, or null, the default, to derive the time from the round trips as TCP derives
    /// its retransmission timeout (RFC 6298): the smoothed round trip plus four times its variation, at least 20 milliseconds, and 500 milliseconds before the
    /// first response. At most 10 percent of the requests are such attempts without use. A new order and a cancel of all orders are never sent twice.
    /// </summary>
    public TimeSpan? HedgeAfter { get; set; }

    /// <summary>
    /// Gets or sets the time for which Binance may not yet show a new order, or still show the former status of an order that changed. 0 to 60 seconds,
    /// default 2 seconds. The client reports an order as not found, a new order as not placed and a symbol as clear only after it has asked for that long.
    /// A call that ends earlier reports an unknown outcome instead.
    /// </summary>
    public TimeSpan VisibilityLag { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets or sets the maximum number of retries after transient failures, with growing pauses from 200 ms. 0 to 10, default 3.
    /// <see cref="AlgoOrderClient.EnsureCanceledAsync"/> has no such maximum and retries until its time limit.
    /// </summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>
    /// True if <see cref="AlgoOrderClient.WarmUpAsync"/> also synchronizes the client's clock with Binance's clock. Default false: the clock is synchronized
    /// when Binance rejects a timestamp (-1021), and before the client makes a final claim about an attempt whose execution is unknown.
    /// </summary>
    public bool SynchronizeClockAtWarmUp { get; set; }

    /// <summary>
    /// Gets or sets the interval at which a host sends <c>GET /fapi/v1/ping</c> (weight 1) twice, so that two connections are open for a rare cancel: one for
    /// the cancel, and one in case its response is late (<see cref="HedgeAfter"/>). With an interval, the host also warms the client up when it starts (<see cref="AlgoOrderClient.WarmUpAsync"/>). 1 second to 10 minutes, or null, the default, to send no
    /// request of its own accord.
    /// </summary>
    public TimeSpan? KeepWarmInterval { get; set; }

    /// <summary>
    /// Gets or sets the HTTP version to request, 1.1 (the default) or 2.0. If the server does not support 2.0, 1.1 is used. A connection of 2.0 carries many
    /// requests at once, which is faster for bulk operations. A single cancel is as fast with 1.1.
    /// </summary>
    public Version HttpVersion { get; set; } = System.Net.HttpVersion.Version11;

    /// <summary>
    /// Gets or sets the request weight that Binance allows the IP address per minute. Bulk operations keep within 96 percent of it, queries and lists within
    /// 98 percent. 100 to 1,000,000, default 2,400 as on the live exchange (demo: 6,000). Of clients that share a budget, the first one's limits apply.
    /// </summary>
    public int WeightLimit { get; set; } = 2400;

    /// <summary>
    /// Gets or sets the number of new orders that Binance allows the account in 10 seconds. A further one waits within the time limit of its call. 1 to
    /// 1,000,000, default 300.
    /// </summary>
    public int OrderLimit10Seconds { get; set; } = 300;

    /// <summary>
    /// Gets or sets the number of new orders that Binance allows the account in a minute. A further one waits within the time limit of its call. 1 to 1,000,000,
    /// default 1,200.
    /// </summary>
    public int OrderLimit1Minute { get; set; } = 1200;

    /// <summary>
    /// Gets or sets the name of the account, under which its new orders are counted. Clients with the same name count together: give it if one account has
    /// several keys, or if a <see cref="CredentialsProvider"/> returns them. 1 to 100 visible ASCII characters without braces, or null, the default, to count by
    /// the <see cref="ApiKey"/> with which the client starts. The name may be shared with other processes, the key is not.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>
    /// Gets or sets the signer to use instead of <see cref="SecretKey"/> and <see cref="PrivateKeyPem"/>. It stays yours to dispose. If it is null, the client
    /// uses a service <see cref="IRequestSigner"/> of the container (for a named client, the keyed service of that name), which counts as set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IRequestSigner? Signer { get; set; }

    /// <summary>
    /// Gets or sets the provider of the credentials, for example from a key vault, instead of <see cref="ApiKey"/>, <see cref="SecretKey"/>,
    /// <see cref="PrivateKeyPem"/> and <see cref="Signer"/>, which must then be empty. The client calls it at the first request and keeps the result. It stays
    /// yours to dispose. If it is null, the client uses a service <see cref="IApiCredentialsProvider"/> of the container (for a named client, the keyed service
    /// of that name), which counts as set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IApiCredentialsProvider? CredentialsProvider { get; set; }

    /// <summary>
    /// Gets or sets the provider of timestamps to use instead of the client's own clock. If it is null, the client uses a service
    /// <see cref="IRequestTimingProvider"/> of the container (for a named client, the keyed service of that name).
    /// </summary>
    public IRequestTimingProvider? TimingProvider { get; set; }

    /// <summary>
    /// Gets or sets the budget that keeps the client within Binance's limits, for example a <see cref="LocalRequestBudget"/> of several clients. It stays yours
    /// to dispose. If it is null, the client uses a service <see cref="IRequestBudget"/> of the container (for a named client, the keyed service of that name),
    /// or else shares a <see cref="LocalRequestBudget"/> with all clients of the container that use the same exchange.
    /// </summary>
    public IRequestBudget? RequestBudget { get; set; }
}

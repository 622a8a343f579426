using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>
/// How one <see cref="AlgoOrderClient"/> reaches its account. Everything but the keys has a default. Validated when the client is
/// built (with a host: when it starts); all that is wrong is reported at once. Of options that change in a container, the credentials take effect
/// with the next request and nothing else does: change key and secret in one write.
/// </summary>
public sealed class AlgoOrderClientOptions
{
    /// <summary>The API key, sent as the header <c>X-MBX-APIKEY</c>. Visible ASCII characters, no white space. It needs the permission to trade futures.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// The secret of an HMAC key. Visible ASCII characters, no white space. Never sent, logged or shown. Exactly one of <see cref="SecretKey"/>,
    /// <see cref="PrivateKeyPem"/> and <see cref="Signer"/> is set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey { get; set; } = "";

    /// <summary>
    /// A private key as PEM in PKCS#8, the text itself and not a path: the block <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c> with
    /// <see cref="PrivateKeyPassword"/>. Its kind is recognised: RSA of 2048 bits or more, or Ed25519, which needs the package
    /// Binance.AlgoOrders.Ed25519 and <c>services.AddEd25519Keys()</c>. Never sent, logged or shown.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKeyPem { get; set; } = "";

    /// <summary>What opens an encrypted <see cref="PrivateKeyPem"/>; not used when that is not encrypted. Never sent, logged or shown.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKeyPassword { get; set; } = "";

    /// <summary>Which exchange to talk to; <see cref="BinanceEnvironment.Live"/> unless set. <see cref="BaseAddress"/> overrides it.</summary>
    public BinanceEnvironment Environment { get; set; }

    /// <summary>
    /// Which market's algo orders: <see cref="BinanceMarket.UsdMargined"/> unless set. <see cref="BinanceMarket.CoinMargined"/> needs
    /// <see cref="BinanceEnvironment.Live"/> or a <see cref="BaseAddress"/>.
    /// </summary>
    public BinanceMarket Market { get; set; }

    /// <summary>
    /// An address of your own, for a proxy or a simulated exchange, in place of that of <see cref="Environment"/>. Absolute; <c>https</c>, or
    /// plain <c>http</c> on a loopback host; may have a path, without the <c>/fapi/v1</c> with which that of every request begins, but no user,
    /// query or fragment.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// For how long after its timestamp Binance may still execute a request, wire name <c>recvWindow</c>. Whole milliseconds, 1 to 60,000;
    /// default 5 seconds. A request may set its own.
    /// </summary>
    public TimeSpan RecvWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for a whole call. Above zero, at most 10 minutes; default 10 seconds. A request may set its own.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time for a single attempt, from connecting to the last byte of the answer. Above zero, at most <see cref="Timeout"/>; default 2 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How often a request is repeated that may go better the next time, with growing pauses from 200 ms. 0 to 10, default 3.
    /// <see cref="AlgoOrderClient.EnsureCanceledAsync"/> does not count: it goes on until its time is up.
    /// </summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>
    /// Whether <see cref="AlgoOrderClient.WarmUpAsync"/> also sets the client's clock by Binance's. Default false: the clock is set when Binance
    /// refuses a timestamp (-1021), and before anything final is said of an attempt in doubt.
    /// </summary>
    public bool SynchronizeClockAtWarmUp { get; set; }

    /// <summary>
    /// With a host: warms the client up when the host starts (<see cref="AlgoOrderClient.WarmUpAsync"/>), and from then on sends
    /// <c>GET /fapi/v1/ping</c> (weight 1) at this interval, so that a connection is open when a rare cancel comes. 1 second to 10 minutes; null, the
    /// default: nothing is sent that was not asked for.
    /// </summary>
    public TimeSpan? KeepWarmInterval { get; set; }

    /// <summary>
    /// The version of HTTP to ask for, 1.1 (the default) or 2.0; where the server does not speak 2.0, 1.1 is used. One connection of 2.0 carries
    /// many requests at once, which pays for bulk work; a single cancel is as fast with 1.1.
    /// </summary>
    public Version HttpVersion { get; set; } = System.Net.HttpVersion.Version11;

    /// <summary>
    /// What the address may spend per minute, in Binance's request weight; bulk work keeps within 96 percent of it. 100 to 1,000,000; default
    /// 2,400, as on the live exchange (demo: 6,000).
    /// </summary>
    public int WeightLimit { get; set; } = 2400;

    /// <summary>
    /// Signs in place of <see cref="SecretKey"/> and <see cref="PrivateKeyPem"/>. It stays yours to dispose. Left null, a service
    /// <see cref="IRequestSigner"/> of the container is taken (for a named client: the keyed service of that name), and counts as set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IRequestSigner? Signer { get; set; }

    /// <summary>
    /// Brings the credentials, from a key vault for example, in place of <see cref="ApiKey"/>, <see cref="SecretKey"/>, <see cref="PrivateKeyPem"/> and
    /// <see cref="Signer"/>, which stay empty: asked at the first request, then kept. It stays yours to dispose. Left null, a service
    /// <see cref="IApiCredentialsProvider"/> of the container is taken (for a named client: the keyed service of that name), and counts as set.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IApiCredentialsProvider? CredentialsProvider { get; set; }

    /// <summary>
    /// Stamps the requests in place of the client's own clock. Left null, a service <see cref="IRequestTimingProvider"/> of the container
    /// is taken (for a named client: the keyed service of that name).
    /// </summary>
    public IRequestTimingProvider? TimingProvider { get; set; }

    /// <summary>
    /// Keeps the client within Binance's limits, in place of counting for this client alone. It stays yours to dispose. Left null, a service
    /// <see cref="IRequestBudget"/> of the container is taken (for a named client: the keyed service of that name).
    /// </summary>
    public IRequestBudget? RequestBudget { get; set; }
}

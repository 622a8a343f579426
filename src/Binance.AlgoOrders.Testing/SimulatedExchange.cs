using System.Security.Cryptography;
using Binance.AlgoOrders.Testing.Internal;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.Http;
using Binance.AlgoOrders.Testing.Internal.Processing;
using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Time;
using Binance.AlgoOrders.Testing.Internal.WebSockets;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// Binance's side of the algo orders of USDⓈ-M and COIN-M futures, in memory: accounts, orders, Binance's checks of every request with its own codes
/// and messages, limits, and scripted faults. In USDⓈ-M, it serves contracts, prices and account settings too. The true state of every order can be read,
/// so a test can compare it with the client's result. Requests that the exchange does not serve get an error that lists those it serves. Thread-safe.
/// </summary>
public sealed partial class SimulatedExchange
{
    private readonly ExchangeClock _clock;
    private readonly ExchangeState _state;
    private readonly RequestDispatcher _dispatcher;
    private readonly WebSocketApi _webSocketApi;

    /// <summary>Creates an exchange without accounts.</summary>
    /// <param name="time">The time of the exchange's clock, delays and late executions, or <see langword="null"/> for the machine's own time.</param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    public SimulatedExchange(TimeProvider? time = null, SimulatedExchangeOptions? options = null)
    {
        options ??= new SimulatedExchangeOptions();
        var script = new FaultScript();
        _clock = new ExchangeClock(time ?? TimeProvider.System);
        _state = new ExchangeState(_clock, new SeededRandom(options.Seed), options);
        var processor = new RequestProcessor(_state, options);
        var log = new RequestLog(options.MaxRequests);
        _dispatcher = new RequestDispatcher(_state, _clock, processor, script, log, options.SecondsOfWeightWindow);
        var webSocketDispatcher = new RequestDispatcher(_state, _clock, processor, script, log, options.SecondsOfWeightWindow);
        _webSocketApi = new WebSocketApi(_clock, webSocketDispatcher, options.MaxUnreadMessages);
        Faults = new SimulatedFaults(_state, script, FaultTarget.Any);
        PushFaults = new SimulatedPushFaults(_state.Streams, new PushTarget());
    }

    /// <summary>
    /// Gets or sets the time by which the exchange's clock is ahead of the time provider's, negative if it is behind. The exchange is another machine:
    /// its clock starts from the wall clock and then follows the monotonic clock, so that a step of the client's wall clock does not step it.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => _clock.Skew;
        set => _clock.Skew = value;
    }

    /// <summary>Gets the time of the exchange's clock, skew included.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Gets the time provider of the exchange's clock.</summary>
    internal TimeProvider Time => _clock.Time;

    /// <summary>Gets the script of faults.</summary>
    public SimulatedFaults Faults { get; }

    /// <summary>
    /// Gets or sets the error code of a cancel of all orders that finds no order to cancel, such as -2011 or -2012, or <see langword="null"/>, the default,
    /// for the same response as if it had found one. Binance does not document it.
    /// </summary>
    public int? EmptyCancelAllErrorCode
    {
        get => _state.Read(() => _state.EmptyCancelAllErrorCode);
        set => _state.Read(() => _state.EmptyCancelAllErrorCode = value);
    }

    /// <summary>
    /// Gets a copy of all requests in the order of arrival. With <see cref="SimulatedExchangeOptions.MaxRequests"/>, it contains the youngest ones only.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _dispatcher.RequestsFrom(0);

    /// <summary>Gets the number of all requests that the exchange has received, also those that <see cref="Requests"/> no longer contains.</summary>
    public long RequestCount => _dispatcher.RequestCount;

    /// <summary>
    /// Gets or sets the request weight that may be used in one minute of the exchange's clock by all clients together, as they share one IP address.
    /// A request that exceeds it gets a 429 with code -1003 and a <c>Retry-After</c> of the seconds until the next minute. A request before then gets a
    /// 418 and starts a ban of two minutes. Default: 2400. <see cref="int.MaxValue"/> means no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int WeightLimit
    {
        get => _dispatcher.WeightLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _dispatcher.WeightLimit = value;
        }
    }

    /// <summary>Gets the weight used in the current minute of the exchange's clock, as in <c>X-MBX-USED-WEIGHT-1M</c>. Rejected requests count too.</summary>
    public int UsedWeight => _dispatcher.UsedWeight;

    /// <summary>
    /// Gets the end of the ban that a response 429 or 418 has announced, scripted or not, or <see langword="null"/> if there is no ban. Until then,
    /// every request gets a 418.
    /// </summary>
    public DateTimeOffset? BannedUntil => _dispatcher.BannedUntil;

    /// <summary>
    /// Gets the number of requests that exceeded a limit and got a 429: <see cref="WeightLimit"/>, or a limit of <see cref="SimulatedOrderCounts"/>.
    /// Scripted 429 responses do not count.
    /// </summary>
    public int LimitViolations => _dispatcher.LimitViolations;

    /// <summary>Gets the number of requests that came before the announced end of a ban. Each of them got a 418.</summary>
    public int RequestsDuringBan => _dispatcher.RequestsDuringBan;

    /// <summary>Returns a copy of the requests from an index on. It costs no more than these, however many <see cref="Requests"/> there are.</summary>
    /// <param name="index">
    /// The <see cref="RecordedRequest.Index"/> of the first request to return, zero or more. A reader of new requests passes the index after the last one
    /// that it has read.
    /// </param>
    /// <returns>The requests in the order of arrival, empty if there is none. Those that are no longer kept are missing at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public IReadOnlyList<RecordedRequest> RequestsFrom(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return _dispatcher.RequestsFrom(index);
    }

    /// <summary>Adds an account with a random key and secret of 64 characters each.</summary>
    public SimulatedAccount AddAccount() => _state.AddAccount(apiKey: null, secretKey: null);

    /// <summary>Adds an account with the given credentials.</summary>
    /// <param name="apiKey">The API key, not empty and not another account's.</param>
    /// <param name="secretKey">The secret key, not empty.</param>
    /// <exception cref="ArgumentException">One of the two is empty, or another account has the key.</exception>
    public SimulatedAccount AddAccount(string apiKey, string secretKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(secretKey);
        return _state.AddAccount(apiKey, secretKey);
    }

    /// <summary>Adds an account with a random API key that signs with an RSA key, as Binance requires it: PKCS#1 v1.5, SHA-256, Base64.</summary>
    /// <param name="publicKeyPem">The public key as PEM: the block <c>PUBLIC KEY</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="publicKeyPem"/> contains no key.</exception>
    /// <exception cref="CryptographicException">The key is not RSA, or is damaged.</exception>
    public SimulatedAccount AddRsaAccount(string publicKeyPem)
    {
        ArgumentNullException.ThrowIfNull(publicKeyPem);
        var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        return AddAccount((payload, signature) => key.VerifyData(payload, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>
    /// Adds an account with a random API key that signs with a key pair of any kind, in Base64. The framework has no Ed25519, so the test must supply
    /// its verification.
    /// </summary>
    /// <param name="verifier">Verifies signatures with the public key. It is called for one request at a time, within the exchange's lock.</param>
    public SimulatedAccount AddAccount(SignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return _state.AddAccount(apiKey: null, secretKey: "", verifier);
    }

    /// <summary>Creates a primary handler for an <see cref="HttpClient"/> that reaches this exchange without a socket, whatever the host is.</summary>
    /// <returns>A new handler. Its disposal does not affect the exchange.</returns>
    public HttpMessageHandler CreateHandler() => new ExchangeHandler(HandleAsync);

    /// <summary>Handles a request of any transport.</summary>
    /// <param name="request">The request as it was transmitted.</param>
    /// <param name="cancellationToken">Cancels the wait for the response. The exchange continues with a request that it has received.</param>
    /// <returns>The response, or the end of the connection.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled before the response was due.</exception>
    public async ValueTask<SimulatedResponse> HandleAsync(SimulatedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return await _dispatcher.Receive(request).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}

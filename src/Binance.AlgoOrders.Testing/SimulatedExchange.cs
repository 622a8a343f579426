using System.Security.Cryptography;
using Binance.AlgoOrders.Testing.Internal;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// Binance's side of the algo orders of USDⓈ-M and COIN-M futures, in memory: accounts, orders, the checks of every request with Binance's own
/// codes and texts, limits, and faults by script. It knows the truth of every order, so a test can compare what a client says with what is. What it
/// does not serve it refuses loudly. Thread-safe.
/// </summary>
public sealed class SimulatedExchange
{
    private readonly ExchangeClock _clock;
    private readonly OrderBook _book;
    private readonly RequestDesk _desk;

    /// <summary>An exchange without accounts.</summary>
    /// <param name="time">Runs the exchange's clock, its delays and its late executions; <see langword="null"/>: the machine's own time.</param>
    /// <param name="options">What it starts from; <see langword="null"/>: the defaults.</param>
    public SimulatedExchange(TimeProvider? time = null, SimulatedExchangeOptions? options = null)
    {
        options ??= new SimulatedExchangeOptions();
        var script = new FaultScript();
        var endpoints = new EndpointTable(new SymbolRule(options.Symbols));
        _clock = new ExchangeClock(time ?? TimeProvider.System);
        _book = new OrderBook(_clock, new DeterministicSequence(options.Seed));
        _desk = new RequestDesk(_book, _clock, endpoints, script, options.SecondsOfWeightWindow);
        Faults = new SimulatedFaults(_book, endpoints, script, FaultTarget.Any);
    }

    /// <summary>
    /// How far the exchange's clock is ahead of the time provider's; negative: behind. The exchange is another machine: it reads the wall clock
    /// once, when it is made, and runs on the monotonic clock from then on, so that a step of the client's wall clock does not step it.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => _clock.Skew;
        set => _clock.Skew = value;
    }

    /// <summary>The exchange's clock, skew included.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>What goes wrong next.</summary>
    public SimulatedFaults Faults { get; }

    /// <summary>
    /// How long queries and cancels do not see an order that was just placed, as if they asked a replica that lags behind. Default: zero.
    /// Counts for orders placed from now on.
    /// </summary>
    public TimeSpan InvisibleAfterPlacing
    {
        get => _book.InvisibleAfterPlacing;
        set => _book.InvisibleAfterPlacing = value;
    }

    /// <summary>Every request in the order of arrival; a copy.</summary>
    public IReadOnlyList<SimulatedExchangeRecord> Journal => _desk.Journal;

    /// <summary>
    /// The request weight that may be used in one minute of the exchange's clock, by all clients together, as they share one IP address. A request
    /// that would exceed it is answered 429 with code -1003 and a <c>Retry-After</c> of the seconds until the next minute; who sends before then all
    /// the same is answered 418 and banned for two minutes. Default: 2400; <see cref="int.MaxValue"/> is no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int WeightLimit
    {
        get => _desk.WeightLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _desk.WeightLimit = value;
        }
    }

    /// <summary>The weight used so far in the current minute of the exchange's clock, as in <c>X-MBX-USED-WEIGHT-1M</c>; what was refused counts too.</summary>
    public int UsedWeight => _desk.UsedWeight;

    /// <summary>
    /// Until when every request is answered 418, because an answer 429 or 418 named that time, by script or not; <see langword="null"/> when no such
    /// time lies ahead.
    /// </summary>
    public DateTimeOffset? BannedUntil => _desk.BannedUntil;

    /// <summary>
    /// How many requests broke a limit and were answered 429: <see cref="WeightLimit"/>, or those of an account's new orders, which
    /// <see cref="SimulatedOrderCounts"/> names. An answer 429 by script does not count.
    /// </summary>
    public int LimitViolations => _desk.LimitViolations;

    /// <summary>How many requests came before the time that an answer 429 or 418 had named. Each of them was answered 418.</summary>
    public int RequestsDuringBan => _desk.RequestsDuringBan;

    /// <summary>Opens an account with a made-up key and secret of 64 characters each.</summary>
    public SimulatedAccount AddAccount() => _book.AddAccount(apiKey: null, secretKey: null);

    /// <summary>Opens an account with given credentials.</summary>
    /// <param name="apiKey">Not empty, and not another account's.</param>
    /// <param name="secretKey">Not empty.</param>
    /// <exception cref="ArgumentException">One of the two is empty, or another account has the key.</exception>
    public SimulatedAccount AddAccount(string apiKey, string secretKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(secretKey);
        return _book.AddAccount(apiKey, secretKey);
    }

    /// <summary>Opens an account with a made-up API key that signs with an RSA key, as Binance takes it: PKCS#1 v1.5, SHA-256, Base64.</summary>
    /// <param name="publicKeyPem">The public key, as PEM: the block <c>PUBLIC KEY</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="publicKeyPem"/> holds no key.</exception>
    /// <exception cref="CryptographicException">The key is not RSA, or is damaged.</exception>
    public SimulatedAccount AddRsaAccount(string publicKeyPem)
    {
        ArgumentNullException.ThrowIfNull(publicKeyPem);
        var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        return AddAccount((payload, signature) => key.VerifyData(payload, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>
    /// Opens an account with a made-up API key that signs with any kind of key pair, in Base64. The framework knows no Ed25519: bring what verifies it.
    /// </summary>
    /// <param name="verifier">Knows the public key. Called for one request at a time, while the exchange stands still.</param>
    public SimulatedAccount AddAccount(SignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return _book.AddAccount(apiKey: null, secretKey: "", verifier);
    }

    /// <summary>A primary handler for an <see cref="HttpClient"/> that reaches this exchange without a socket; the request's host does not matter.</summary>
    /// <returns>A new handler; disposing of it leaves the exchange as it is.</returns>
    public HttpMessageHandler CreateHandler() => new ExchangeHandler(this);

    /// <summary>The door for an adapter of any transport.</summary>
    /// <param name="request">The request as it was transmitted.</param>
    /// <param name="cancellationToken">Ends the waiting for the answer; the exchange goes on with a request that it has received.</param>
    /// <returns>The answer, or how the connection ends instead.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled before the answer was due.</exception>
    public async ValueTask<SimulatedAnswer> HandleAsync(SimulatedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return await _desk.TakeIn(request).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>The calls to hostile peers: with a short timeout while they misbehave, and with a long one when they respond properly.</summary>
internal static class HostileCall
{
    public const string ApiKey = "made-up-api-key-0123456789-0123456789-0123456789-0123456789-0123";

    private static readonly CancelAlgoOrderRequest Patient = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private static readonly CancelAlgoOrderRequest Short = Patient with { Timeout = TimeSpan.FromSeconds(1) };

    // Real time, far longer than any call. Only a call that hangs reaches it.
    private static readonly TimeSpan HangTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Configures one attempt for each call, limited by the timeout of the request.</summary>
    public static void Configure(AlgoOrderClientOptions options, LoopbackPeer peer)
    {
        options.ApiKey = ApiKey;
        options.SecretKey = "made-up-secret-key";
        options.BaseAddress = peer.BaseAddress;
        options.Timeout = TimeSpan.FromSeconds(20);
        options.AttemptTimeout = TimeSpan.FromSeconds(10);
        options.MaxRetryAttempts = 0;

        // A second attempt would get another response.
        options.HedgeAfter = Timeout.InfiniteTimeSpan;
    }

    public static AlgoOrderClient Client(this LoopbackPeer peer, HttpMessageHandler? primaryHandler = null, TimeProvider? timeProvider = null)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, peer);
        return AlgoOrderClient.Create(options, primaryHandler, timeProvider);
    }

    /// <summary>Cancels with a short timeout and expects an exception.</summary>
    public static Task<AlgoOrderException> FailedCancelAsync(this AlgoOrderClient client) =>
        Assert.ThrowsAnyAsync<AlgoOrderException>(() => client.CancelAsync(Short, TestContext.Current.CancellationToken).InTimeAsync());

    public static Task<CancelAlgoOrderOutcome> ShortEnsureCanceledAsync(this AlgoOrderClient client) =>
        client.EnsureCanceledAsync(Short, TestContext.Current.CancellationToken).InTimeAsync();

    public static Task<CancelAlgoOrderResult> PatientCancelAsync(this AlgoOrderClient client) =>
        client.CancelAsync(Patient, TestContext.Current.CancellationToken).InTimeAsync();

    public static Task<CancelAlgoOrderOutcome> PatientEnsureCanceledAsync(this AlgoOrderClient client) =>
        client.EnsureCanceledAsync(Patient, TestContext.Current.CancellationToken).InTimeAsync();

    public static Task<AlgoOrder?> PatientFindAsync(this AlgoOrderClient client) =>
        client.FindAsync(Patient.Id, TestContext.Current.CancellationToken).InTimeAsync();

    public static Task<T> InTimeAsync<T>(this Task<T> call) => call.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);

    public static Task InTimeAsync(this Task call) => call.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
}

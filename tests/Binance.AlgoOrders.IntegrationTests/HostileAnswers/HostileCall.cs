namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>The calls that are made to hostile peers: short ones while they misbehave, and patient ones when they behave.</summary>
internal static class HostileCall
{
    public const string ApiKey = "made-up-api-key-0123456789-0123456789-0123456789-0123456789-0123";

    private static readonly CancelAlgoOrderRequest Patient = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private static readonly CancelAlgoOrderRequest Short = Patient with { Timeout = TimeSpan.FromSeconds(1) };

    // Real time, and far more than a call may take: it is met only by one that hangs.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(5);

    /// <summary>One call is one attempt, and lasts for as long as its request says.</summary>
    public static void Configure(AlgoOrderClientOptions options, LoopbackPeer peer)
    {
        options.ApiKey = ApiKey;
        options.SecretKey = "made-up-secret-key";
        options.BaseAddress = peer.BaseAddress;
        options.Timeout = TimeSpan.FromSeconds(20);
        options.AttemptTimeout = TimeSpan.FromSeconds(10);
        options.MaxRetryAttempts = 0;
    }

    public static AlgoOrderClient Client(this LoopbackPeer peer, HttpMessageHandler? primaryHandler = null, TimeProvider? timeProvider = null)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, peer);
        return AlgoOrderClient.Create(options, primaryHandler, timeProvider);
    }

    /// <summary>Cancels within a short time, and expects to be told that it did not work out.</summary>
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

    public static Task<T> InTimeAsync<T>(this Task<T> call) => call.WaitAsync(Guard, TestContext.Current.CancellationToken);

    public static Task InTimeAsync(this Task call) => call.WaitAsync(Guard, TestContext.Current.CancellationToken);
}

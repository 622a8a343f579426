using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests;

/// <summary>A simulated exchange with one account and one client of it, all on one virtual clock.</summary>
internal sealed class TestVenue : IDisposable
{
    public TestVenue(Action<AlgoOrderClientOptions>? configure = null)
    {
        Exchange = new SimulatedExchange(Time, new SimulatedExchangeOptions { RejectsUnknownParameters = true });
        Account = Exchange.AddAccount();
        var options = new AlgoOrderClientOptions { ApiKey = Account.ApiKey, SecretKey = Account.SecretKey };
        configure?.Invoke(options);
        Client = AlgoOrderClient.Create(options, Exchange.CreateHandler(), Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public AlgoOrderClient Client { get; }

    /// <summary>The cancels that have arrived.</summary>
    public IReadOnlyList<RecordedRequest> Cancels => [.. Exchange.Requests.Where(record => record.Method == "DELETE")];

    public Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(SimulatedOrder order, string? symbol = null, TimeSpan? timeout = null, TimeSpan? recvWindow = null) =>
        EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId) with { Symbol = symbol, Timeout = timeout, RecvWindow = recvWindow });

    public Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request) =>
        Time.RunAsync(Client.EnsureCanceledAsync(request, TestContext.Current.CancellationToken));

    public void Dispose() => Client.Dispose();
}

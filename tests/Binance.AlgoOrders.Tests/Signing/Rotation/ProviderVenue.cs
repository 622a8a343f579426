using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>A simulated exchange on a virtual clock, and a client whose credentials come from a provider; at first those of the account.</summary>
internal sealed class ProviderVenue : IDisposable
{
    private readonly ILoggerFactory _loggers;

    public ProviderVenue()
    {
        Exchange = new SimulatedExchange(Time) { WeightLimit = int.MaxValue };
        Account = Exchange.AddAccount();
        Provider.Give(Account.ApiKey, Account.SecretKey);
        Network = new HeldNetwork(Exchange.CreateHandler());
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        Client = AlgoOrderClient.Create(new AlgoOrderClientOptions { CredentialsProvider = Provider }, Network, Time, _loggers);
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public StubProvider Provider { get; } = new();

    public HeldNetwork Network { get; }

    public CollectingLoggerProvider Logs { get; } = new();

    public AlgoOrderClient Client { get; }

    public IEnumerable<int?> Verdicts => Exchange.Journal.Select(record => record.ErrorCode);

    public Task<CancelAlgoOrderResult> CancelUntilAsync(CancellationToken leaving) =>
        Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(Account.Place().AlgoId), leaving);

    public Task<CancelAlgoOrderResult> CancelAsync() => CancelUntilAsync(TestContext.Current.CancellationToken);

    public Task RefreshAsync() => Client.RefreshCredentialsAsync(TestContext.Current.CancellationToken);

    /// <summary>The next key of the account; the one before is refused from now on.</summary>
    public SimulatedKey Rotate()
    {
        SimulatedKey next = Account.AddKey();
        Account.RevokeKey(Account.ApiKey);
        return next;
    }

    public void Dispose()
    {
        Client.Dispose();
        Network.Dispose();
        _loggers.Dispose();
    }
}

using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>A simulated exchange on a virtual clock, and a client with a credentials provider, which returns the credentials of the account at first.</summary>
internal sealed class ProviderVenue : IDisposable
{
    private readonly ILoggerFactory _loggers;

    public ProviderVenue()
    {
        Exchange = new SimulatedExchange(Time) { WeightLimit = int.MaxValue };
        Account = Exchange.AddAccount();
        Provider.Return(Account.ApiKey, Account.SecretKey);
        Network = new PausableNetwork(Exchange.CreateHandler());
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        Client = AlgoOrderClient.Create(new AlgoOrderClientOptions { CredentialsProvider = Provider }, Network, Time, _loggers);
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public StubProvider Provider { get; } = new();

    public PausableNetwork Network { get; }

    public CollectingLoggerProvider Logs { get; } = new();

    public AlgoOrderClient Client { get; }

    public IEnumerable<int?> ErrorCodes => Exchange.Requests.Select(record => record.ErrorCode);

    public Task<CancelAlgoOrderResult> CancelWithTokenAsync(CancellationToken cancellationToken) =>
        Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(Account.Place().AlgoId), cancellationToken);

    public Task<CancelAlgoOrderResult> CancelAsync() => CancelWithTokenAsync(TestContext.Current.CancellationToken);

    public Task RefreshAsync() => Client.RefreshCredentialsAsync(TestContext.Current.CancellationToken);

    /// <summary>Adds a key to the account and revokes the first one.</summary>
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

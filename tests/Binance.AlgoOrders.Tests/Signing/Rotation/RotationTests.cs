using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>
/// Rotates the key 1,000 times while 64 callers cancel. Every key stays valid at the exchange, so that it rejects a request for one reason only: its
/// key and its signature belong to different credentials (-1022).
/// </summary>
public class RotationTests
{
    private const int Callers = 64;
    private const int Rotations = 1000;
    private const int CallsPerRotation = 8;

    private readonly SimulatedExchange _exchange = new() { WeightLimit = int.MaxValue };
    private readonly SimulatedAccount _account;
    private int _calls;

    public RotationTests() => _account = _exchange.AddAccount();

    [Fact]
    public async Task A_request_never_mixes_two_credentials_of_a_provider()
    {
        var provider = new StubProvider();
        var signers = new List<RecordedSigner>();
        void ReturnAnotherKey()
        {
            signers.Add(new RecordedSigner(_account.AddKey()));
            provider.Return(signers[^1].ToCredentials());
        }

        ReturnAnotherKey();
        using (AlgoOrderClient client = AlgoOrderClient.Create(new AlgoOrderClientOptions { CredentialsProvider = provider, WeightLimit = 1_000_000, HedgeAfter = Timeout.InfiniteTimeSpan }, _exchange.CreateHandler()))
        {
            await client.WarmUpAsync(TestContext.Current.CancellationToken);
            await RotateUnderLoadAsync(client, async () =>
            {
                ReturnAnotherKey();
                await client.RefreshCredentialsAsync(TestContext.Current.CancellationToken);
            });
            Assert.All(signers.SkipLast(1), signer => Assert.True(signer.IsDisposed));
        }

        Assert.All(signers, signer => Assert.True(signer.IsDisposed));
    }

    [Fact]
    public async Task A_request_never_mixes_two_credentials_of_changed_options()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        void SetAnotherKey()
        {
            SimulatedKey next = _account.AddKey();
            (configuration["Binance:ApiKey"], configuration["Binance:SecretKey"]) = (next.ApiKey, next.SecretKey);
            configuration.Reload();
        }

        configuration["Binance:HedgeAfter"] = "-00:00:00.001";
        SetAnotherKey();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(configuration.GetSection("Binance")).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        await using ServiceProvider container = services.BuildServiceProvider();

        await RotateUnderLoadAsync(container.GetRequiredService<AlgoOrderClient>(), () =>
        {
            SetAnotherKey();
            return Task.CompletedTask;
        });
    }

    private async Task RotateUnderLoadAsync(AlgoOrderClient client, Func<Task> rotateAsync)
    {
        using var end = new CancellationTokenSource();
        Task[] callers = [.. Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CancelUntilAsync(client, end.Token)))];
        for (int rotation = 1; rotation <= Rotations && !callers.Any(caller => caller.IsFaulted); rotation++)
        {
            await rotateAsync();
            while (Volatile.Read(ref _calls) < rotation * CallsPerRotation && !callers.Any(caller => caller.IsFaulted))
            {
                await Task.Yield();
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(callers);
        Assert.True(_exchange.Requests.Count >= Rotations * CallsPerRotation);
        Assert.DoesNotContain(_exchange.Requests, record => record.ErrorCode is not null);
    }

    private async Task CancelUntilAsync(AlgoOrderClient client, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), CancellationToken.None);
            Interlocked.Increment(ref _calls);
            await Task.Yield();
        }
    }
}

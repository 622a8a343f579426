using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Peers that take a connection and never finish the handshake.</summary>
public class StalledTlsTests
{
    private static readonly Dictionary<string, byte[]> Peers = new()
    {
        ["says nothing"] = [],
        ["begins a record of 16 KiB"] = [0x16, 0x03, 0x03, 0x40, 0x00, 0x02],
    };

    public static TheoryData<string> Names => [.. Peers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_ends_in_time_in_doubt(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await provider.GetRequiredService<AlgoOrderClient>().FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_became_of_the_order_stays_unknown(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await provider.GetRequiredService<AlgoOrderClient>().ShortEnsureCanceledAsync());
    }

    [Fact]
    public async Task What_is_no_TLS_at_all_was_never_sent_anything()
    {
        await using var peer = new TlsPeer(Raw.Json(Raw.Acknowledgement));
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.NotExecuted, (await provider.GetRequiredService<AlgoOrderClient>().FailedCancelAsync()).Execution);
    }

    // By itself, the framework makes every request wait for a connection that is being made, for 5 seconds and more.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_does_not_wait_for_the_stalled_connection(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await client.FailedCancelAsync();
        peer.Behave();

        Assert.Equal("success", (await client.PatientCancelAsync().WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken)).Message);
    }

    private static ServiceProvider Provider(TlsPeer peer)
    {
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options =>
            {
                HostileCall.Configure(options, peer);
                options.AttemptTimeout = TimeSpan.FromMilliseconds(800);
                options.MaxRetryAttempts = 3;
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions = peer.Trust);
        return services.BuildServiceProvider();
    }
}

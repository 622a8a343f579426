using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests peers that accept a connection but never finish the TLS handshake.</summary>
public class StalledTlsTests
{
    private static readonly Dictionary<string, byte[]> Peers = new()
    {
        ["sends nothing"] = [],
        ["begins a record of 16 KiB"] = [0x16, 0x03, 0x03, 0x40, 0x00, 0x02],
    };

    public static TheoryData<string> Names => [.. Peers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_ends_in_time_with_unknown_execution(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await provider.GetRequiredService<AlgoOrderClient>().FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_outcome_stays_unknown_during_a_stalled_handshake(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await provider.GetRequiredService<AlgoOrderClient>().ShortEnsureCanceledAsync());
    }

    [Fact]
    public async Task A_peer_without_TLS_leaves_the_request_not_executed()
    {
        await using var peer = new TlsPeer(RawResponse.Json(RawResponse.Acknowledgement));
        await using ServiceProvider provider = Provider(peer, attemptTimeout: TimeSpan.FromSeconds(3));

        // The first handshake of a process takes long on a busy machine. One that is cut off would leave the execution unknown.
        AlgoOrderException failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => provider.GetRequiredService<AlgoOrderClient>().PatientCancelAsync());

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
    }

    // By default the framework lets every request wait 5 seconds or more for a connection attempt.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_does_not_wait_for_the_stalled_connection(string name)
    {
        await using var peer = new TlsPeer(Peers[name]);
        await using ServiceProvider provider = Provider(peer);
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await client.FailedCancelAsync();
        peer.RespondProperly();

        Assert.Equal("success", (await client.PatientCancelAsync().WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken)).Message);
    }

    private static ServiceProvider Provider(TlsPeer peer, TimeSpan? attemptTimeout = null)
    {
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options =>
            {
                HostileCall.Configure(options, peer);
                options.AttemptTimeout = attemptTimeout ?? TimeSpan.FromMilliseconds(800);
                options.MaxRetryAttempts = 3;
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions = peer.Trust);
        return services.BuildServiceProvider();
    }
}

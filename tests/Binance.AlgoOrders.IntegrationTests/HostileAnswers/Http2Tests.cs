using Microsoft.Extensions.DependencyInjection;
using static Binance.AlgoOrders.IntegrationTests.HostileAnswers.Http2Frames;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>The same over HTTP/2, where one connection carries everything.</summary>
public class Http2Tests
{
    private static readonly Http2Misbehavior Refuse =
        Http2Misdeeds.Send(id => [.. Headers(id, Status400), .. Data(id, Raw.Text("""{"code":-2011,"msg":"Unknown order sent."}"""))]);

    public static TheoryData<string> Names => [.. Http2Misdeeds.All.Keys];

    public static TheoryData<string> Disownments => ["resets with REFUSED_STREAM", "goes away and disowns the request"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_is_neither_claimed_nor_denied(string name)
    {
        await using var peer = new Http2Peer(Http2Misdeeds.All[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_became_of_the_order_stays_unknown(string name)
    {
        await using var peer = new Http2Peer(Http2Misdeeds.All[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await ClientOf(provider).ShortEnsureCanceledAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_is_served(string name)
    {
        await using var peer = new Http2Peer(Http2Misdeeds.All[name]);
        await using ServiceProvider provider = Provider(peer);
        await ClientOf(provider).FailedCancelAsync();
        peer.Behave();

        Assert.Equal("success", (await ClientOf(provider).PatientCancelAsync()).Message);
    }

    // The framework sends such a request again by itself. If the first copy was executed all the same, the second is told that there is no
    // such order, and only that answer is seen.
    [Theory]
    [MemberData(nameof(Disownments))]
    public async Task What_the_framework_sent_twice_is_in_doubt(string disownment)
    {
        int requests = 0;
        await using var peer = new Http2Peer((stream, streamId, stop) => Interlocked.Increment(ref requests) == 1
            ? Http2Misdeeds.All[disownment](stream, streamId, stop)
            : Refuse(stream, streamId, stop));
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    [Fact]
    public async Task What_was_sent_once_is_refused_however_often_the_client_has_sent_before()
    {
        await using var peer = new Http2Peer(Refuse);
        await using ServiceProvider provider = Provider(peer);
        await ClientOf(provider).FailedCancelAsync();

        Assert.Equal(ExecutionStatus.NotExecuted, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    private static AlgoOrderClient ClientOf(ServiceProvider provider) => provider.GetRequiredService<AlgoOrderClient>();

    private static ServiceProvider Provider(Http2Peer peer) => Http2Client.Provider(peer, TimeSpan.FromSeconds(4));
}

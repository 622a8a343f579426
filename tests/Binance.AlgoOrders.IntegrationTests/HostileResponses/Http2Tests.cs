using Microsoft.Extensions.DependencyInjection;
using static Binance.AlgoOrders.IntegrationTests.HostileResponses.Http2Frames;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests misbehaving peers over HTTP/2, where one connection carries all requests.</summary>
public class Http2Tests
{
    private static readonly Http2Misbehavior Reject =
        Http2Misbehaviors.Send(id => [.. Headers(id, Status400), .. Data(id, RawResponse.Text("""{"code":-2011,"msg":"Unknown order sent."}"""))]);

    public static TheoryData<string> Names => [.. Http2Misbehaviors.All.Keys];

    public static TheoryData<string> Unprocessed => ["resets with REFUSED_STREAM", "goes away with the request unprocessed"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_execution_is_unknown_after_a_misbehavior(string name)
    {
        await using var peer = new Http2Peer(Http2Misbehaviors.All[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_outcome_stays_unknown_during_a_misbehavior(string name)
    {
        await using var peer = new Http2Peer(Http2Misbehaviors.All[name]);
        await using ServiceProvider provider = Provider(peer);

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await ClientOf(provider).ShortEnsureCanceledAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_succeeds_after_a_misbehavior(string name)
    {
        await using var peer = new Http2Peer(Http2Misbehaviors.All[name]);
        await using ServiceProvider provider = Provider(peer);
        await ClientOf(provider).FailedCancelAsync();
        peer.RespondProperly();

        Assert.Equal("success", (await ClientOf(provider).PatientCancelAsync()).Message);
    }

    // The framework sends such a request again. If the first copy was executed all the same, the second gets the error that there is no such
    // order, and the client sees only that response.
    [Theory]
    [MemberData(nameof(Unprocessed))]
    public async Task The_execution_is_unknown_if_the_framework_sent_the_request_twice(string misbehavior)
    {
        int requests = 0;
        await using var peer = new Http2Peer((stream, streamId, stop) => Interlocked.Increment(ref requests) == 1
            ? Http2Misbehaviors.All[misbehavior](stream, streamId, stop)
            : Reject(stream, streamId, stop));
        await using ServiceProvider provider = Provider(peer);

        Assert.Equal(ExecutionStatus.Unknown, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    [Fact]
    public async Task A_rejected_request_is_not_executed_after_other_requests_of_the_client()
    {
        await using var peer = new Http2Peer(Reject);
        await using ServiceProvider provider = Provider(peer);
        await ClientOf(provider).FailedCancelAsync();

        Assert.Equal(ExecutionStatus.NotExecuted, (await ClientOf(provider).FailedCancelAsync()).Execution);
    }

    private static AlgoOrderClient ClientOf(ServiceProvider provider) => provider.GetRequiredService<AlgoOrderClient>();

    private static ServiceProvider Provider(Http2Peer peer) => Http2Client.Provider(peer, TimeSpan.FromSeconds(4));
}

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>
/// Tests responses that could be misread and responses that violate HTTP. Everything but a valid acknowledgement of exactly this order leaves
/// the execution unknown, and an unknown execution is looked up.
/// </summary>
public class HostileBytesTests
{
    public static TheoryData<string> Names => [.. HostileBytes.Bodies.Keys, .. HostileBytes.Responses.Keys, .. BrokenHttp.Responses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_execution_is_unknown_after_a_hostile_response(string name)
    {
        await using HostilePeer peer = Peer(name);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lookup_throws_on_a_hostile_response(string name)
    {
        await using HostilePeer peer = Peer(name);
        using AlgoOrderClient client = peer.Client();

        await Assert.ThrowsAnyAsync<AlgoOrderException>(() => client.PatientFindAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_order_is_looked_up_after_a_hostile_response(string name)
    {
        await using HostilePeer peer = Peer(name, badResponses: 1);
        using AlgoOrderClient client = peer.Client();

        CancelAlgoOrderOutcome outcome = await client.PatientEnsureCanceledAsync();

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_succeeds_after_a_hostile_response(string name)
    {
        await using HostilePeer peer = Peer(name, badResponses: 1);
        using AlgoOrderClient client = peer.Client();
        await client.FailedCancelAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    // The peer closes the connection after a response that violates HTTP, because it may have no end.
    private static HostilePeer Peer(string name, int badResponses = int.MaxValue) => new(MisbehaviorOf(name)) { BadResponses = badResponses };

    private static Misbehavior MisbehaviorOf(string name)
    {
        if (HostileBytes.Bodies.TryGetValue(name, out string? body))
        {
            return Misbehaviors.Respond(RawResponse.Json(body));
        }

        return HostileBytes.Responses.TryGetValue(name, out byte[]? response)
            ? Misbehaviors.Respond(response)
            : Misbehaviors.RespondAndClose(BrokenHttp.Responses[name]);
    }
}

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>
/// Answers that could be misread, and answers that break the rules of HTTP: what is not the acknowledgement of exactly this order, in exactly
/// this form, leaves it in doubt, and what is in doubt is looked up.
/// </summary>
public class HostileBytesTests
{
    public static TheoryData<string> Names => [.. HostileBytes.Bodies.Keys, .. HostileBytes.Answers.Keys, .. BrokenHttp.Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_is_neither_claimed_nor_denied(string name)
    {
        await using HostilePeer peer = Peer(name);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_order_is_made_of_it_and_none_is_denied(string name)
    {
        await using HostilePeer peer = Peer(name);
        using AlgoOrderClient client = peer.Client();

        await Assert.ThrowsAnyAsync<AlgoOrderException>(() => client.PatientFindAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_became_of_the_order_is_looked_up(string name)
    {
        await using HostilePeer peer = Peer(name, misdeeds: 1);
        using AlgoOrderClient client = peer.Client();

        CancelAlgoOrderOutcome outcome = await client.PatientEnsureCanceledAsync();

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_call_is_served(string name)
    {
        await using HostilePeer peer = Peer(name, misdeeds: 1);
        using AlgoOrderClient client = peer.Client();
        await client.FailedCancelAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    // What breaks the rules is closed upon, or it would have no end.
    private static HostilePeer Peer(string name, int misdeeds = int.MaxValue) => new(MisbehaviorOf(name)) { Misdeeds = misdeeds };

    private static Misbehavior MisbehaviorOf(string name) =>
        HostileBytes.Bodies.TryGetValue(name, out string? body) ? Misbehaviors.Answer(Raw.Json(body))
        : HostileBytes.Answers.TryGetValue(name, out byte[]? answer) ? Misbehaviors.Answer(answer)
        : Misbehaviors.AnswerAndClose(BrokenHttp.Answers[name]);
}

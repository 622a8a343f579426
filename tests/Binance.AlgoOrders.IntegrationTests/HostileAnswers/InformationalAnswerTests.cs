namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Answers of the 1xx kind, which announce an answer: any number of them.</summary>
[Collection(nameof(MeasuredAlone))]
public class InformationalAnswerTests
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["100 Continue"] = "HTTP/1.1 100 Continue\r\n\r\n",
        ["102 Processing"] = "HTTP/1.1 102 Processing\r\n\r\n",
        ["103 Early Hints"] = $"HTTP/1.1 103 Early Hints\r\nLink: <{new string('x', 1_000)}>\r\n\r\n",
        ["199 of many headers"] = $"HTTP/1.1 199 Odd\r\n{string.Concat(Enumerable.Repeat("X: 1\r\n", 100))}\r\n",
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_flood_ends_in_time_in_doubt(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_flood_costs_little_memory(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        Assert.InRange(await AllocatedBytes.OfAsync(client.FailedCancelAsync), 0, AllocatedBytes.Few);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_flood_the_client_hangs_up_and_its_next_call_is_served(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        await client.FailedCancelAsync();

        await peer.HungUp.InTimeAsync();
        peer.Behave();
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_answer_that_they_announced_is_read(string name)
    {
        byte[] announced = [.. Raw.Text(string.Concat(Enumerable.Repeat(Kinds[name], 10))), .. Raw.Json(Raw.Acknowledgement)];
        await using var peer = new HostilePeer(announced);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    private static HostilePeer Flood(string name) =>
        new(Misbehaviors.Endless([], Raw.Text(string.Concat(Enumerable.Repeat(Kinds[name], 1 + (100_000 / Kinds[name].Length))))));
}

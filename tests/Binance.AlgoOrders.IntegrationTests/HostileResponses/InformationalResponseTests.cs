namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests informational responses (1xx), any number of which may precede a response.</summary>
[Collection(nameof(MemoryMeasurement))]
public class InformationalResponseTests
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
    public async Task A_cancel_ends_in_time_with_unknown_execution(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_flood_allocates_little_memory(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        Assert.InRange(await AllocatedBytes.OfAsync(client.FailedCancelAsync), 0, AllocatedBytes.Limit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_client_closes_the_connection_and_its_next_call_succeeds(string name)
    {
        await using HostilePeer peer = Flood(name);
        using AlgoOrderClient client = peer.Client();

        await client.FailedCancelAsync();

        await peer.ClientClosed.InTimeAsync();
        peer.RespondProperly();
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_response_after_informational_responses_is_read(string name)
    {
        byte[] response = [.. RawResponse.Text(string.Concat(Enumerable.Repeat(Kinds[name], 10))), .. RawResponse.Json(RawResponse.Acknowledgement)];
        await using var peer = new HostilePeer(response);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    private static HostilePeer Flood(string name) =>
        new(Misbehaviors.Endless([], RawResponse.Text(string.Concat(Enumerable.Repeat(Kinds[name], 1 + (100_000 / Kinds[name].Length))))));
}

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>An answer that nobody asked for is not taken for that of the next request.</summary>
public class ExtraAnswerTests
{
    private static readonly byte[] Acknowledgement = Raw.Json(Raw.Acknowledgement);
    private static readonly byte[] Refusal = Raw.Json("""{"code":-2011,"msg":"Unknown order sent."}""", "400 Bad Request");

    [Fact]
    public async Task It_comes_with_the_first()
    {
        await using var peer = new HostilePeer([.. Acknowledgement, .. Refusal]) { Misdeeds = 1 };
        using AlgoOrderClient client = peer.Client();
        await client.PatientCancelAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Fact]
    public async Task It_comes_after_the_first()
    {
        var firstIsRead = new TaskCompletionSource();
        var extraIsSent = new TaskCompletionSource();
        await using var peer = new HostilePeer(async (stream, _, stop) =>
        {
            await stream.WriteAsync(Acknowledgement, stop);
            await firstIsRead.Task.WaitAsync(stop);
            await stream.WriteAsync(Refusal, stop);
            extraIsSent.SetResult();
            return true;
        })
        {
            Misdeeds = 1,
        };
        using AlgoOrderClient client = peer.Client();
        await client.PatientCancelAsync();
        firstIsRead.SetResult();
        await extraIsSent.Task.InTimeAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }
}

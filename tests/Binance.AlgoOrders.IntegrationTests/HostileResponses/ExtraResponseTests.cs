namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests unrequested responses, which must not be taken for the response of the next request.</summary>
public class ExtraResponseTests
{
    private static readonly byte[] Acknowledgement = RawResponse.Json(RawResponse.Acknowledgement);
    private static readonly byte[] Rejection = RawResponse.Json("""{"code":-2011,"msg":"Unknown order sent."}""", "400 Bad Request");

    [Fact]
    public async Task An_extra_response_together_with_the_first_is_ignored()
    {
        await using var peer = new HostilePeer([.. Acknowledgement, .. Rejection]) { BadResponses = 1 };
        using AlgoOrderClient client = peer.Client();
        await client.PatientCancelAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Fact]
    public async Task An_extra_response_after_the_first_is_ignored()
    {
        var firstIsRead = new TaskCompletionSource();
        var extraIsSent = new TaskCompletionSource();
        await using var peer = new HostilePeer(async (stream, _, stop) =>
        {
            await stream.WriteAsync(Acknowledgement, stop);
            await firstIsRead.Task.WaitAsync(stop);
            await stream.WriteAsync(Rejection, stop);
            extraIsSent.SetResult();
            return true;
        })
        {
            BadResponses = 1,
        };
        using AlgoOrderClient client = peer.Client();
        await client.PatientCancelAsync();
        firstIsRead.SetResult();
        await extraIsSent.Task.InTimeAsync();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }
}

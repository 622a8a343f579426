namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>A peer that reads HTTP/1.1 requests and responds to them with a misbehavior.</summary>
internal sealed class HostilePeer(Misbehavior misbehave) : LoopbackPeer
{
    /// <summary>Creates a peer that responds to every request with these bytes.</summary>
    public HostilePeer(byte[] response)
        : this(Misbehaviors.Respond(response))
    {
    }

    protected override async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        while (true)
        {
            string head = await HttpHead.ReadAsync(stream, stop);
            Record(head);
            if (RespondsProperly)
            {
                await stream.WriteAsync(ProperResponse.To(head), stop);
            }
            else if (!await misbehave(stream, head, stop))
            {
                return;
            }
        }
    }
}

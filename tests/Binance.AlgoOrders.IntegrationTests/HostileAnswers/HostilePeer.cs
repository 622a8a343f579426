namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Speaks HTTP/1.1: reads requests well, and answers them as the given misbehavior does.</summary>
internal sealed class HostilePeer(Misbehavior misbehave) : LoopbackPeer
{
    /// <summary>Answers every request with these bytes.</summary>
    public HostilePeer(byte[] answer)
        : this(Misbehaviors.Answer(answer))
    {
    }

    protected override async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        while (true)
        {
            string head = await HttpHead.ReadAsync(stream, stop);
            Note(head);
            if (Behaves)
            {
                await stream.WriteAsync(ProperAnswer.To(head), stop);
            }
            else if (!await misbehave(stream, head, stop))
            {
                return;
            }
        }
    }
}

using System.Net;

namespace Binance.AlgoOrders.Internal;

/// <summary>The longest ban that this process knows of, from whomever. Read on the way of every request: without a lock.</summary>
internal sealed class KnownBan(TimeProvider timeProvider)
{
    // Telling takes time: what differs by less is the same ban, and must not grow on its way back and forth.
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // The longest that Binance documents; whatever claims more is not believed.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private readonly Gate _turn = new();
    private volatile Block? _block;

    public RequestBan? Current => _block is { } block && Left(block) is var left && left > TimeSpan.Zero ? new RequestBan(block.StatusCode, left) : null;

    /// <summary>Takes over what Binance said to this process.</summary>
    public void Note(RequestBan ban) => Note(ban, TimeSpan.Zero);

    /// <summary>Takes over what another process was told.</summary>
    public void NoteOthers(int statusCode, long leftMilliseconds)
    {
        if (statusCode is >= 400 and <= 599 && leftMilliseconds > 0)
        {
            TimeSpan left = leftMilliseconds < Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(leftMilliseconds) : Longest;
            Note(new RequestBan((HttpStatusCode)statusCode, left), Tolerance);
        }
    }

    private void Note(RequestBan ban, TimeSpan tolerance)
    {
        var block = new Block(ban.StatusCode, timeProvider.GetTimestamp(), ban.Left);
        lock (_turn)
        {
            if (_block is null || Left(_block) <= TimeSpan.Zero || ban.Left > Left(_block) + tolerance)
            {
                _block = block;
            }
        }
    }

    private TimeSpan Left(Block block) => block.Duration - timeProvider.GetElapsedTime(block.Since);

    private sealed record Block(HttpStatusCode StatusCode, long Since, TimeSpan Duration);
}

using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// The content of a request that changes something: none. Without content, SocketsHttpHandler sends a request once more by itself when
/// the server closes the connection before it answers. The first copy may have been executed; with an empty content the loss surfaces
/// here, as an attempt in doubt. Over HTTP/2 it does so in any case when the server says that it did not process the first copy; this content
/// is written once for every copy, and notices.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
    private bool _isDisposed;
    private int _copies;

    public EmptyContent() => Headers.ContentLength = 0;

    /// <summary>Whether it can be used again: no handler has disposed it or added a header.</summary>
    public bool IsAsMade => !_isDisposed && Headers.NonValidated.Count == 1;

    /// <summary>How often a message with it has left.</summary>
    public int Copies => Volatile.Read(ref _copies);

    /// <summary>Forgets them, for the next message.</summary>
    public void Clear() => Volatile.Write(ref _copies, 0);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref _copies);
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }
}

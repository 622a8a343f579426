using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// The content of a request that changes something: none. Without content, SocketsHttpHandler sends a request once more by itself when
/// the server closes the connection before it answers. The first copy may have been executed; with an empty content the loss surfaces
/// here, as an attempt in doubt.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
    private bool _isDisposed;

    public EmptyContent() => Headers.ContentLength = 0;

    /// <summary>Whether it can be used again: no handler has disposed it or added a header.</summary>
    public bool IsAsMade => !_isDisposed && Headers.NonValidated.Count == 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

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

using System.Collections.Concurrent;
using System.Net;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// The empty content of a state-changing request. Without content, SocketsHttpHandler sends a request again by itself if the server closes the
/// connection before it responds, although the first copy may have been executed. With this content the loss surfaces as an unknown attempt. Over
/// HTTP/2 the framework still sends a copy that the server did not process, so the content counts how often it is written.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
    private bool _isDisposed;
    private int _timesSent;

    public EmptyContent() => Headers.ContentLength = 0;

    /// <summary>True if no handler has disposed the content or added a header.</summary>
    public bool IsReusable => !_isDisposed && Headers.NonValidated.Count == 1;

    public int TimesSent => Volatile.Read(ref _timesSent);

    /// <summary>Resets the count for the next message.</summary>
    public void Reset() => Volatile.Write(ref _timesSent, 0);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref _timesSent);
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

/// <summary>Pools empty contents.</summary>
internal sealed class EmptyContentPool
{
    private const int MaxIdle = 64;

    private readonly ConcurrentQueue<EmptyContent> _idle = new();

    public EmptyContent Rent() => _idle.TryDequeue(out EmptyContent? content) ? content : new EmptyContent();

    /// <summary>Returns the content of a copy that got a response. After a failure, the framework may still write the content.</summary>
    public void Return(EmptyContent content)
    {
        if (content.IsReusable && _idle.Count < MaxIdle)
        {
            content.Reset();
            _idle.Enqueue(content);
        }
    }
}

using System.Net;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>A body of which the first half arrives before the connection ends.</summary>
internal sealed class BrokenContent(ReadOnlyMemory<byte> body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using var broken = new BrokenStream(body);
        await broken.CopyToAsync(stream).ConfigureAwait(false);
    }

    // Else the base class would read everything before it hands out a stream, and the break would come too early.
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(body));

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}

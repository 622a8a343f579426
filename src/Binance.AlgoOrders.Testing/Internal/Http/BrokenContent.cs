using System.Net;

namespace Binance.AlgoOrders.Testing.Internal.Http;

/// <summary>A body of which only the first half arrives before the connection ends.</summary>
internal sealed class BrokenContent(ReadOnlyMemory<byte> body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using var broken = new BrokenStream(body);
        await broken.CopyToAsync(stream).ConfigureAwait(false);
    }

    // The base class would read the whole body before it returned a stream, so the connection would end too early.
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(body));

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}

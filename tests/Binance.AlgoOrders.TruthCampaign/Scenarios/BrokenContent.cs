using System.Net;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A body whose connection ends after the first half.</summary>
internal sealed class BrokenContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public BrokenContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentLength = body.Length;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_body[..(_body.Length / 2)]);
        throw new HttpIOException(HttpRequestError.ResponseEnded);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}

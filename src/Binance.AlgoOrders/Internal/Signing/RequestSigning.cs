using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Stamps and signs for one account: the only holder of its key and its signer.</summary>
internal sealed class RequestSigning(string apiKey, IRequestSigner signer, bool ownsSigner, ServerClock clock, IRequestTimingProvider? ownTiming) : IDisposable
{
    // "&recvWindow=60000&timestamp=" and the digits of an Int64, then "&signature=".
    private const int LongestTiming = 64;
    private static readonly byte[] SignatureName = "&signature="u8.ToArray();

    public string ApiKey { get; } = apiKey;

    /// <summary>Binance's clock, which stamps the requests unless the user brings a timing of his own.</summary>
    public ServerClock Clock => clock;

    /// <summary>The query as it is transmitted: parameters, recvWindow, timestamp, and last the signature over exactly those characters.</summary>
    public async ValueTask<string> SignQueryAsync(SignableRequest request, string parameters, CancellationToken cancellationToken)
    {
        RequestTiming stamp = (ownTiming ?? clock).Stamp(request.RecvWindow);
        request.LastTiming = stamp;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(parameters.Length + LongestTiming + SignatureName.Length + signer.MaxSignatureLength);
        try
        {
            int length = WritePayload(buffer, parameters, stamp);
            int signatureStart = length + SignatureName.Length;
            SignatureName.CopyTo(buffer, length);
            int signatureLength = await signer
                .SignAsync(buffer.AsMemory(0, length), buffer.AsMemory(signatureStart), cancellationToken)
                .ConfigureAwait(false);
            return Encoding.ASCII.GetString(buffer, 0, signatureStart + signatureLength);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public void Dispose()
    {
        if (ownsSigner)
        {
            (signer as IDisposable)?.Dispose();
        }
    }

    private static int WritePayload(Span<byte> buffer, string parameters, RequestTiming stamp)
    {
        string separator = parameters.Length == 0 ? "" : "&";
        bool fits = Utf8.TryWrite(
            buffer,
            CultureInfo.InvariantCulture,
            $"{parameters}{separator}recvWindow={stamp.RecvWindow}&timestamp={stamp.Timestamp}",
            out int length);
        return fits ? length : throw new InvalidOperationException("The parameters are not percent-encoded ASCII.");
    }
}

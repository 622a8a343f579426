using System.Net;
using System.Text;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The library's inner parts, one by one. The only file here that knows its internals.</summary>
internal sealed class LibraryParts : IDisposable
{
    private static readonly string Address = new Uri(MemoryVenues.Immediate.Address, Account.Path).AbsoluteUri;
    private static readonly byte[] Payload = Encoding.ASCII.GetBytes(Account.Payload);

    private readonly AlgoOrderId _id = AlgoOrderId.FromAlgoId(Account.AlgoId);
    private readonly HmacSha256Signer _signer = new(Account.SecretKey);
    private readonly RequestSigning _signing;
    private readonly AnswerReader<CancelAlgoOrderResult> _read;
    private readonly byte[] _signature = new byte[64];
    private readonly byte[] _refusal = [.. """{"code":-2011,"msg":"Unknown order sent."}"""u8];

    public LibraryParts()
    {
        _signing = new RequestSigning(Account.ApiKey, _signer, ownsSigner: false, new ServerClock(TimeProvider.System), ownTiming: null);
        _read = CancelAlgoOrderEndpoint.Describe(_id, recvWindow: null).Read;
    }

    /// <summary>From the order's id to the signed URL of its cancel.</summary>
    public async ValueTask<Uri> BuildUrlAsync()
    {
        var signable = new SignableRequest(_id.ToParameter(), TimeSpan.FromSeconds(5));
        string query = await _signing.SignQueryAsync(signable, signable.Parameters!, CancellationToken.None);
        return new Uri(Address + "?" + query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>The signature alone, over ready-made bytes.</summary>
    public int Sign() => _signer.Sign(Payload, _signature);

    /// <summary>From the body of an acknowledgement to the typed result, checked.</summary>
    public CancelAlgoOrderResult? ParseAcknowledgement() => _read(Acknowledgement.Body);

    /// <summary>From the body of a refusal to what it says of execution.</summary>
    public bool IsRefusalSure() =>
        AttemptClassifier.OfRefusal(HttpStatusCode.BadRequest, ApiErrorJsonContext.Read(_refusal), body: null, sends: 1) == AttemptVerdict.NotExecuted;

    public void Dispose()
    {
        _signing.Dispose();
        _signer.Dispose();
    }
}

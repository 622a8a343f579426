using System.Net;
using System.Text;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The library's inner parts, one by one. The only file here that knows its internals.</summary>
internal sealed class LibraryParts : IDisposable
{
    private static readonly Uri Address = new(MemoryVenues.Immediate.Address, Account.Path);
    private static readonly byte[] Payload = Encoding.ASCII.GetBytes(Account.Payload);

    private readonly AlgoOrderId _id = AlgoOrderId.FromAlgoId(Account.AlgoId);
    private readonly HmacSha256Signer _signer = new(Account.SecretKey);
    private readonly RequestSigning _signing;
    private readonly SigningIdentity _identity;
    private readonly SignableMessage _message;
    private readonly ApiRequest<CancelAlgoOrderResult> _cancel;
    private readonly byte[] _signature = new byte[64];
    private readonly byte[] _refusal = [.. """{"code":-2011,"msg":"Unknown order sent."}"""u8];

    public LibraryParts()
    {
        var keys = new KeyRing(_ => _signer, NullLogger.Instance);
        keys.Put(ApiCredentials.FromSigner(Account.ApiKey, _signer), keys.BeginInquiry());
        _signing = new RequestSigning(keys, supply: null, new ServerClock(TimeProvider.System), ownTiming: null);
        _identity = _signing.TryLease()!;
        _cancel = CancelAlgoOrderEndpoint.Describe(_id, recvWindow: null);
        _message = new SignableMessage(HttpMethod.Delete, Address, _cancel, TimeSpan.FromSeconds(5));
    }

    /// <summary>From the order's id to the signed URL of its cancel.</summary>
    public ValueTask<Uri> BuildUrlAsync() => _signing.SignAsync(_identity, Address, _message, _message.Parameters!, CancellationToken.None);

    /// <summary>The signature alone, over ready-made bytes.</summary>
    public int Sign() => _signer.Sign(Payload, _signature);

    /// <summary>From the body of an acknowledgement to the typed result, checked.</summary>
    public object? ParseAcknowledgement() => _cancel.ReadAnswer(Acknowledgement.Body);

    /// <summary>From the body of a refusal to what it says of execution.</summary>
    public bool IsRefusalSure() =>
        AttemptClassifier.OfRefusal(HttpStatusCode.BadRequest, ApiErrorJsonContext.Read(_refusal), body: null, sends: 1) == AttemptVerdict.NotExecuted;

    public void Dispose()
    {
        _message.Dispose();
        _identity.Release();
        _signing.Dispose();
        _signer.Dispose();
    }
}

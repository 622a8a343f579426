using System.Net;
using System.Text;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Runs internal parts of the library one by one. No other file of this project uses internal types.</summary>
internal sealed class LibraryParts : IDisposable
{
    private static readonly Uri Address = new(MemoryVenues.Immediate.Address, Account.Path);
    private static readonly byte[] Payload = Encoding.ASCII.GetBytes(Account.Payload);

    private readonly AlgoOrderId _id = AlgoOrderId.FromAlgoId(Account.AlgoId);
    private readonly HmacSha256Signer _signer = new(Account.SecretKey);
    private readonly RequestSigner _signing;
    private readonly SigningCredentials _credentials;
    private readonly SignedRequestMessage _message;
    private readonly ApiRequest<CancelAlgoOrderResult> _cancel;
    private readonly byte[] _signature = new byte[64];
    private readonly byte[] _errorResponse = [.. """{"code":-2011,"msg":"Unknown order sent."}"""u8];

    public LibraryParts()
    {
        var keys = new CredentialStore(_ => _signer, NullLogger.Instance);
        keys.Set(ApiCredentials.FromSigner(Account.ApiKey, _signer), keys.NextVersion());
        _signing = new RequestSigner(keys, refresher: null, new ServerClock(TimeProvider.System), timingProvider: null);
        _credentials = _signing.TryLease()!;
        _cancel = CancelAlgoOrderEndpoint.CreateRequest(_id, recvWindow: null);
        _message = new SignedRequestMessage(_cancel, Address, TimeSpan.FromSeconds(5));
    }

    /// <summary>Builds the signed URL of a cancel from the id of the order.</summary>
    public async ValueTask<Uri> BuildUrlAsync() => (await _signing.SignAsync(_credentials, Address, _message, CancellationToken.None)).Address;

    /// <summary>Signs a prepared payload.</summary>
    public int Sign() => _signer.Sign(Payload, _signature);

    /// <summary>Parses and checks the body of an acknowledgement.</summary>
    public object? ParseAcknowledgement() => _cancel.Parse(Acknowledgement.Body);

    /// <summary>Returns true if the body of an error response proves that the request was not executed.</summary>
    public bool ClassifyErrorResponse()
    {
        ApiError? error = ApiErrorJsonContext.Read(_errorResponse);
        return ResponseRules.Of(new ResponseFacts(HttpStatusCode.BadRequest, error?.Code, error?.Message, Failure: null)).Execution == ExecutionStatus.NotExecuted;
    }

    public void Dispose()
    {
        _message.Dispose();
        _credentials.Release();
        _signing.Dispose();
        _signer.Dispose();
    }
}

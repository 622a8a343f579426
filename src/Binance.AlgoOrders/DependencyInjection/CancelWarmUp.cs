using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>
/// Runs made-up cancels with a client and a key of their own, so that the code on the path of a cancel is compiled before the first real one. The user's
/// signer, limits, log and handlers are not involved, and nothing is sent.
/// </summary>
internal sealed class CancelWarmUp(TimeProvider timeProvider)
{
    // Neither a key nor a secret. It is also the name of the telemetry, so that listeners of the client's telemetry receive real calls only.
    private const string Name = "Binance.AlgoOrders.WarmUp";

    private const int Rounds = 20;
    private const int Id = 1;

    private volatile bool _isDone;

    /// <summary>Runs once per client. After a success, further calls return at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return;
        }

        var options = new AlgoOrderClientOptions { ApiKey = Name, SecretKey = Name };
        using RequestSigner signer = AlgoOrderClientFactory.CreateSigner(options, [], timeProvider, NullLogger.Instance);
        var limits = new RateLimitTracker(signer.Clock, AlgoOrderClientFactory.CreateBudget(options, timeProvider), timeProvider);
        using var http = new HttpMessageInvoker(PrimaryHandlerFactory.Wrap(new AcknowledgingHandler(), signer, limits, isLoopback: false));
        using var configured = new HttpClient();
        AlgoOrderClientFactory.Configure(configured, options);
        using var meter = new Meter(Name);
        using var spans = new ActivitySource(Name);
        var telemetry = new TelemetrySource(meter, Account: null, configured.BaseAddress!.Host) { Spans = spans };
        var services = new ClientServices(configured, http, signer, limits, telemetry, timeProvider, NullLogger.Instance);
        using AlgoOrderClient client = AlgoOrderClientFactory.Create(options, services, owned: null);
        var request = CancelAlgoOrderRequest.ByAlgoId(Id);
        for (int round = 0; round < Rounds; round++)
        {
            await client.CancelAsync(request, cancellationToken).ConfigureAwait(false);
            await client.EnsureCanceledAsync(request, cancellationToken).ConfigureAwait(false);
        }

        _isDone = true;
    }

    /// <summary>Acknowledges every request, after it has left the thread as a real one does.</summary>
    private sealed class AcknowledgingHandler : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent([.. """{"algoId":1,"clientAlgoId":"","code":"200","msg":"success"}"""u8]) { Headers = { ContentType = Json } },
            };
            response.Headers.TryAddWithoutValidation("X-MBX-USED-WEIGHT-1M", "1");
            return response;
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>
/// Sends cancels over an in-memory connection, signed with the client's own signer, so that the code on their path is compiled before the first real
/// cancel. Nothing leaves the process, and limits, logs and user handlers are not involved.
/// </summary>
internal sealed class CancelWarmUp(AlgoOrderClientOptions options, RequestSigner signer, TimeProvider timeProvider)
{
    // A name of its own, so that listeners of the client's telemetry receive real calls only.
    private const string Name = "Binance.AlgoOrders.WarmUp";

    private const int Rounds = 20;
    private static readonly Uri LocalAddress = new("http://localhost/");

    private volatile bool _isDone;

    /// <summary>Runs once per client. After a success, further calls return at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return;
        }

        using var network = new SocketsHttpHandler { ConnectCallback = static (_, _) => ValueTask.FromResult<Stream>(new InMemoryConnection()) };
        var limits = new RateLimitTracker(signer.Clock, AlgoOrderClientFactory.CreateBudget(options, timeProvider), timeProvider);
        using HttpMessageHandler handler = PrimaryHandlerFactory.Wrap(network, signer, limits, isLoopback: true);
        using var configured = new HttpClient(handler, disposeHandler: false) { BaseAddress = LocalAddress };
        var http = new HttpMessageInvoker(handler, disposeHandler: false);
        using var meter = new Meter(Name);
        using var spans = new ActivitySource(Name);
        var telemetry = new TelemetrySource(meter, Account: null, LocalAddress.Host) { Spans = spans };
        var services = new ClientServices(configured, http, signer, limits, telemetry, timeProvider, NullLogger.Instance);
        using AlgoOrderClient client = AlgoOrderClientFactory.Create(options, services, owned: null);
        var request = CancelAlgoOrderRequest.ById(InMemoryConnection.Id);
        for (int round = 0; round < Rounds; round++)
        {
            await client.CancelAsync(request, cancellationToken).ConfigureAwait(false);
            await client.EnsureCanceledAsync(request, cancellationToken).ConfigureAwait(false);
        }

        _isDone = true;
    }
}

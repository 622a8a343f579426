using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>
/// Plays cancels on a connection to nowhere, signed with the client's own signer, so that everything on their path is compiled and loaded
/// before the first real one needs it. Nothing leaves the process; nobody's limits, logs or handlers see it.
/// </summary>
internal sealed class CancelRehearsal(AlgoOrderClientOptions options, RequestSigning signing, TimeProvider timeProvider)
{
    // Not the client's: whoever listens to that is told of real calls only.
    private const string Name = "Binance.AlgoOrders.Rehearsal";

    private const int Rounds = 20;
    private static readonly Uri Nowhere = new("http://localhost/");

    private volatile bool _isDone;

    /// <summary>Once per client; after it went well, calls return at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return;
        }

        using var network = new SocketsHttpHandler { ConnectCallback = static (_, _) => ValueTask.FromResult<Stream>(new RehearsalConnection()) };
        using HttpMessageHandler handler = AlgoOrderClientFactory.WrapPrimaryHandler(network, signing);
        using var meter = new Meter(Name);
        using var spans = new ActivitySource(Name);
        var telemetry = new TelemetrySource(meter, Account: null, Nowhere.Host) { Spans = spans };
        using AlgoOrderClient client = AlgoOrderClientFactory.CreateRehearsing(options, Nowhere, handler, signing, timeProvider, telemetry);
        var request = CancelAlgoOrderRequest.ById(RehearsalConnection.Id);
        for (int round = 0; round < Rounds; round++)
        {
            await client.CancelAsync(request, cancellationToken).ConfigureAwait(false);
            await client.EnsureCanceledAsync(request, cancellationToken).ConfigureAwait(false);
        }

        _isDone = true;
    }
}

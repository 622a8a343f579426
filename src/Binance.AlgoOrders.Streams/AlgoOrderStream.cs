using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Streams.DependencyInjection;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Streams.Internal.Delivery;
using Binance.AlgoOrders.Streams.Internal.Diagnostics;
using Binance.AlgoOrders.Streams.Internal.Session;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders;

/// <summary>
/// Streams the changes of all algo orders of an account on Binance USDⓈ-M Futures as they happen, by its user data stream. It keeps the listen key and the
/// connection alive, reconnects, and repairs gaps by queries, so that no final status is missing and no status comes twice. Thread-safe. Create one stream
/// for a client and keep it. The methods are virtual, so that your tests can substitute the stream.
/// </summary>
/// <remarks>
/// An update is evidence, the lack of one is none: an order may have changed a moment ago, or longer ago if <see cref="IsLive"/> is false.
/// </remarks>
public partial class AlgoOrderStream : IAsyncDisposable, IDisposable
{
    private readonly AlgoOrderClient? _client;
    private readonly UpdateHub? _hub;
    private readonly StatusFeed? _status;
    private readonly StreamTelemetry? _telemetry;
    private readonly AlgoOrderStreamOptions _options = new();
    private readonly TimeProvider _timeProvider = TimeProvider.System;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running = Task.CompletedTask;
    private int _disposed;

    /// <summary>Initializes a substitute that overrides the members it needs. All others throw <see cref="NotSupportedException"/>.</summary>
    protected AlgoOrderStream()
    {
    }

    internal AlgoOrderStream(AlgoOrderClient client, AlgoOrderStreamOptions options, IStreamConnector connector, StreamTelemetry telemetry, TimeProvider timeProvider)
    {
        (_client, _options, _telemetry, _timeProvider) = (client, options, telemetry, timeProvider);
        _hub = new UpdateHub(telemetry, timeProvider);
        _status = new StatusFeed(telemetry, timeProvider);
        var settings = new StreamSettings(options.BaseAddress, options.KeyInterval, options.SnapshotInterval);
        _running = new StreamSession(client, connector, _hub, _status, settings, timeProvider).RunAsync(_stop.Token);
    }

    /// <summary>True if updates arrive, the snapshot is complete, the listen key is confirmed, and Binance responds to pings.</summary>
    public bool IsLive => Status.State == AlgoOrderStreamState.Live;

    /// <summary>Gets the time from which the stream has been live without an interruption, by the time provider's clock, or null if it is not live.</summary>
    public DateTimeOffset? LiveSince => Status switch
    {
        { State: AlgoOrderStreamState.Live, Since: var since } => since,
        _ => null,
    };

    /// <summary>Gets the state of the stream.</summary>
    public AlgoOrderStreamState State => Status.State;

    /// <summary>Gets the state of the stream with its reason.</summary>
    public virtual AlgoOrderStreamStatus Status => Supported(_status).Current;

    private UpdateHub Hub
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
            return Supported(_hub);
        }
    }

    /// <summary>Creates a stream without a container. It connects in the background. Dispose it before the client.</summary>
    /// <param name="client">The client of the account, for USDⓈ-M Futures. It stays yours to dispose.</param>
    /// <param name="options">The options, or null for their defaults.</param>
    /// <param name="timeProvider">The source of all clocks and timers of the stream, or null for the system.</param>
    /// <param name="loggerFactory">The factory of the logger with the category <c>Binance.AlgoOrders.Streams</c>, or null to log nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is outside its range. The message contains all errors.</exception>
    public static AlgoOrderStream Create(
        AlgoOrderClient client, AlgoOrderStreamOptions? options = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        options ??= new AlgoOrderStreamOptions();
        ValidateOptionsResult validation = AlgoOrderStreamOptionsValidator.Validate(options);
        if (validation.Failed)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, validation.Failures), nameof(options));
        }

        timeProvider ??= TimeProvider.System;
        var telemetry = new StreamTelemetry(account: "", meterFactory: null, loggerFactory);
        return new AlgoOrderStream(client, options, new WebSocketConnector(timeProvider), telemetry, timeProvider);
    }

    /// <summary>
    /// Returns the open orders as a snapshot, and then every update of any order. Each reader gets all updates. A reader that is slow gets the updates of one
    /// order merged once <see cref="AlgoOrderStreamOptions.BufferCapacity"/> are unread.
    /// </summary>
    /// <param name="cancellationToken">A token that ends the reading at once. The stream stays open.</param>
    /// <returns>The updates until the stream is disposed. Reading does not end when the connection does.</returns>
    /// <exception cref="InvalidOperationException">More orders than the capacity have changed and are unread.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The stream has been disposed.</exception>
    public virtual IAsyncEnumerable<AlgoOrderUpdate> ReadAllAsync(CancellationToken cancellationToken = default) => ReadAsync(Hub, cancellationToken);

    /// <summary>
    /// Waits for an update of one order. The state that is known already counts. If the stream does not know the order, the call queries it once by
    /// <c>GET /fapi/v1/algoOrder</c> (weight 1).
    /// </summary>
    /// <param name="id">The id of the order. A client id that was used again identifies any of its orders.</param>
    /// <param name="predicate">Returns true for the update to wait for, such as <c>update => update.Status == AlgoOrderStatus.Triggered</c>.</param>
    /// <param name="cancellationToken">A token that ends the waiting at once. Without one, the call may wait forever.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="predicate"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The stream has been disposed.</exception>
    public virtual Task<AlgoOrderUpdate> WaitForAsync(AlgoOrderId id, Func<AlgoOrderUpdate, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(predicate);
        return new UpdateWait(_client!, Hub, _telemetry!, _timeProvider).RunAsync(id, predicate, cancellationToken);
    }

    /// <summary>Returns the status of the stream and then every change of it, the last one when the stream is disposed.</summary>
    /// <param name="cancellationToken">A token that ends the reading at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual IAsyncEnumerable<AlgoOrderStreamStatus> ReadStatusAsync(CancellationToken cancellationToken = default) => Supported(_status).ReadAllAsync(cancellationToken);

    private static T Supported<T>(T? part)
        where T : class => part ?? throw new NotSupportedException("This substitute of AlgoOrderStream does not override the member that was called.");

    private async IAsyncEnumerable<AlgoOrderUpdate> ReadAsync(UpdateHub hub, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffer = new UpdateBuffer(_options.BufferCapacity, static _ => true, _telemetry!.RecordMerged, _timeProvider);
        hub.Subscribe(buffer);
        try
        {
            await foreach (AlgoOrderUpdate update in buffer.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }
        }
        finally
        {
            hub.Unsubscribe(buffer);
        }
    }
}

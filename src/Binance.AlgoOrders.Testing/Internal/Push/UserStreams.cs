using System.Collections.Concurrent;
using System.Text;
using Binance.AlgoOrders.Testing.Internal.Time;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>
/// The user data streams: the listen keys, the open connections, and the events on their way to them. Thread-safe. Its lock is taken after that of the
/// exchange's state and before that of a connection.
/// </summary>
internal sealed partial class UserStreams : IWebSocketOwner
{
    private readonly Lock _lock = new();
    private readonly ExchangeClock _clock;
    private readonly ListenKeys _keys;
    private readonly ConcurrentDictionary<SimulatedAccount, EventLine> _lines = new();
    private readonly List<UserStream> _streams = [];
    private readonly int? _maxUnreadMessages;
    private bool _unroutedCarryEvents;
    private bool _allWithoutEvents;

    public UserStreams(ExchangeClock clock, SeededRandom random, int? maxUnreadMessages)
    {
        _clock = clock;
        _maxUnreadMessages = maxUnreadMessages;
        _keys = new ListenKeys(clock.Time, random, Expire);
    }

    /// <summary>Gets the newest events of all accounts.</summary>
    public EventLog Events { get; } = new();

    /// <summary>Gets or sets whether connections of <c>/ws/…</c> carry user events.</summary>
    public bool UnroutedCarryEvents
    {
        get => Read(() => _unroutedCarryEvents);
        set => Read(() => _unroutedCarryEvents = value);
    }

    /// <summary>Gets or sets whether connections of <c>/private/ws</c> without <c>events</c> carry all events.</summary>
    public bool AllWithoutEvents
    {
        get => Read(() => _allWithoutEvents);
        set => Read(() => _allWithoutEvents = value);
    }

    public PushFaultScript Faults { get; } = new();

    public IReadOnlyList<SimulatedWebSocket> Connections => Read(() => _streams.Select(static stream => stream.Socket).ToArray());

    /// <summary>Returns the account's listen key, a new one if it has none, and extends it.</summary>
    public string StartKey(SimulatedAccount account) => Read(() => _keys.Start(account).Text);

    /// <summary>Extends the account's listen key. Returns null if it has none, or another one than the given.</summary>
    public string? ExtendKey(SimulatedAccount account, string? given) => Read(() =>
    {
        ListenKey? key = _keys.Find(account, given);
        key?.Extend();
        return key?.Text;
    });

    /// <summary>Ends the account's listen key without an event. Returns false if it has none, or another one than the given.</summary>
    public bool EndKey(SimulatedAccount account, string? given) => Read(() =>
    {
        ListenKey? key = _keys.Find(account, given);
        key?.End();
        return key is not null;
    });

    /// <summary>Opens a connection, or returns null if the target is no user data stream or its listen key is not valid.</summary>
    public SimulatedWebSocket? Connect(string target) => Read(() =>
    {
        if (StreamAddress.Parse(target) is not { } address)
        {
            return null;
        }

        ListenKey[] keys = [.. FindKeys(address.ListenKeys)];
        if (keys.Length == 0 && address.Kind != StreamKind.Combined)
        {
            return null;
        }

        var socket = new SimulatedWebSocket(target, _clock, this, _maxUnreadMessages);
        _streams.Add(new UserStream(socket, address, keys));
        return socket;
    });

    /// <summary>
    /// Records an event of an account, and publishes it to the connections that carry it. If there is none, the event is not delivered and uses up no fault.
    /// </summary>
    public void Publish(SimulatedAccount account, string eventName, Func<DateTimeOffset, ReadOnlyMemory<byte>> write)
    {
        DateTimeOffset now = _clock.Now;
        Push(new PushEvent(account, eventName, Encoding.UTF8.GetString(write(now).Span), now));
    }

    /// <summary>Publishes the current state of an order: <c>ALGO_UPDATE</c>.</summary>
    public void PublishUpdateOf(SimulatedOrder order)
    {
        lock (_lock)
        {
            if (order.Market == SimulatedMarket.UsdMargined)
            {
                Publish(order.Account, PushEvent.OrderUpdate, now => EventJson.OrderUpdate(OrderView.Current(order), now));
            }
        }
    }

    /// <summary>Applies an action to the open connections of the accounts that a target includes.</summary>
    public void ForEach(PushTarget target, Action<SimulatedWebSocket> action)
    {
        lock (_lock)
        {
            foreach (UserStream stream in _streams.Where(stream => stream.BelongsTo(target)).ToArray())
            {
                action(stream.Socket);
            }
        }
    }

    /// <summary>Subscribes to a listen key, or ends that. Only combined streams have requests.</summary>
    public void Receive(SimulatedWebSocket socket, string text)
    {
        lock (_lock)
        {
            if (_streams.Find(stream => stream.Socket == socket) is not { IsCombined: true } stream)
            {
                return;
            }

            SubscriptionRequest? request = SubscriptionRequest.Parse(text);
            switch (request?.Method)
            {
                case "SUBSCRIBE":
                    stream.Subscribe(FindKeys(request.Streams));
                    break;
                case "UNSUBSCRIBE":
                    stream.Unsubscribe(request.Streams);
                    break;
            }

            socket.Deliver(request?.Response ?? SubscriptionRequest.Invalid);
        }
    }

    public void Remove(SimulatedWebSocket socket)
    {
        lock (_lock)
        {
            _streams.RemoveAll(stream => stream.Socket == socket);
        }
    }

    private void Expire(ListenKey key)
    {
        lock (_lock)
        {
            if (key.IsValid)
            {
                key.End();
                DateTimeOffset now = _clock.Now;
                string text = Encoding.UTF8.GetString(EventJson.ListenKeyExpired(key.Text, now).Span);
                Push(new PushEvent(key.Account, PushEvent.ListenKeyExpired, text, now) { ExpiredKey = key });
            }
        }
    }

    private IEnumerable<ListenKey> FindKeys(IEnumerable<string> texts) => texts.Select(_keys.Find).OfType<ListenKey>();

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}

using System.Collections.Concurrent;
using System.Text;
using Binance.AlgoOrders.Testing.Internal.Time;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>
/// The user data streams: the listen keys, the open connections, and the events on their way to them. Thread-safe. Its lock is taken after that of the
/// exchange's state and before that of a connection.
/// </summary>
internal sealed class UserStreams : IWebSocketOwner
{
    private readonly Lock _lock = new();
    private readonly ExchangeClock _clock;
    private readonly ListenKeys _keys;
    private readonly ConcurrentDictionary<SimulatedAccount, EventLine> _lines = new();
    private readonly List<UserStream> _streams = [];
    private bool _unroutedCarryEvents;
    private bool _allWithoutEvents;

    public UserStreams(ExchangeClock clock, SeededRandom random)
    {
        _clock = clock;
        _keys = new ListenKeys(clock.Time, random, Expire);
    }

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
        if (StreamAddress.Parse(target) is not { } address || _keys.Find(address.ListenKey) is not { } key)
        {
            return null;
        }

        var socket = new SimulatedWebSocket(target, _clock, this);
        _streams.Add(new UserStream(socket, key, address));
        return socket;
    });

    /// <summary>Publishes an event to the connections of an account that carry it. If there is none, the event is lost and uses up no fault.</summary>
    public void Publish(SimulatedAccount account, string eventName, ReadOnlyMemory<byte> json) =>
        Push(new PushEvent(account, eventName, Encoding.UTF8.GetString(json.Span)));

    /// <summary>Publishes the current state of an order: <c>ALGO_UPDATE</c>.</summary>
    public void PublishUpdateOf(SimulatedOrder order)
    {
        lock (_lock)
        {
            if (order.Market == SimulatedMarket.UsdMargined && _streams.Count > 0)
            {
                Publish(order.Account, PushEvent.OrderUpdate, EventJson.OrderUpdate(OrderView.Current(order), _clock.Now));
            }
        }
    }

    /// <summary>Applies an action to the open connections of the accounts that a target includes.</summary>
    public void ForEach(PushTarget target, Action<SimulatedWebSocket> action)
    {
        lock (_lock)
        {
            foreach (UserStream stream in _streams.Where(stream => target.Matches(stream.Key.Account)).ToArray())
            {
                action(stream.Socket);
            }
        }
    }

    public void Receive(SimulatedWebSocket socket, string text)
    {
        // A user data stream has no requests.
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
                string text = Encoding.UTF8.GetString(EventJson.ListenKeyExpired(key.Text, _clock.Now).Span);
                Push(new PushEvent(key.Account, PushEvent.ListenKeyExpired, text) { ExpiredKey = key });
            }
        }
    }

    private void Push(PushEvent pushed)
    {
        lock (_lock)
        {
            if (StreamsOf(pushed).Any())
            {
                Push(pushed, Faults.Take(pushed));
            }
        }
    }

    private void Push(PushEvent pushed, PushFault? fault)
    {
        EventLine line = LineOf(pushed.Account);
        switch (fault?.Kind)
        {
            case PushFaultKind.Drop:
                ForEach(new PushTarget(pushed.Account), static socket => socket.Drop());
                break;
            case PushFaultKind.Freeze:
                ForEach(new PushTarget(pushed.Account), static socket => socket.Freeze());
                break;
            case PushFaultKind.Lose:
                break;
            case PushFaultKind.Delay:
                line.AddLate(pushed, fault.Delay);
                break;
            case PushFaultKind.Reorder:
                line.AddAfterNext(pushed);
                break;
            case PushFaultKind.Duplicate:
                line.Add(pushed);
                line.AddCopy(pushed, fault.Delay);
                break;
            default:
                line.Add(pushed);
                break;
        }
    }

    private void Deliver(PushEvent pushed)
    {
        foreach (UserStream stream in StreamsOf(pushed))
        {
            stream.Socket.Deliver(pushed.Text);
        }
    }

    private EventLine LineOf(SimulatedAccount account) => _lines.GetOrAdd(account, _ => new EventLine(_lock, _clock.Time, Deliver));

    private IEnumerable<UserStream> StreamsOf(PushEvent pushed) =>
        _streams.Where(stream => !stream.Socket.IsFrozen && stream.Carries(pushed, _unroutedCarryEvents, _allWithoutEvents));

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}

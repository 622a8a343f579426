namespace Binance.AlgoOrders.Testing.Internal.Push;

// The way of an event to the connections, with the faults.
internal sealed partial class UserStreams
{
    private void Push(PushEvent pushed)
    {
        lock (_lock)
        {
            Events.Add(pushed);
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
        // A copy, because a connection whose client does not read ends.
        foreach (UserStream stream in StreamsOf(pushed).ToArray())
        {
            stream.Socket.Deliver(stream.TextOf(pushed));
        }
    }

    private EventLine LineOf(SimulatedAccount account) => _lines.GetOrAdd(account, _ => new EventLine(_lock, _clock.Time, Deliver));

    private IEnumerable<UserStream> StreamsOf(PushEvent pushed) =>
        _streams.Where(stream => !stream.Socket.IsFrozen && stream.Carries(pushed, _unroutedCarryEvents, _allWithoutEvents));
}

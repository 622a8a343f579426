namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>An open connection of a user data stream. The lock of <see cref="UserStreams"/> guards it.</summary>
internal sealed class UserStream(SimulatedWebSocket socket, StreamAddress address, IEnumerable<ListenKey> keys)
{
    private readonly List<ListenKey> _keys = [.. keys];

    public SimulatedWebSocket Socket => socket;

    public bool IsCombined => address.Kind == StreamKind.Combined;

    public bool BelongsTo(PushTarget target) => _keys.Exists(key => target.Matches(key.Account));

    public void Subscribe(IEnumerable<ListenKey> subscribed) => _keys.AddRange(subscribed.Except(_keys));

    public void Unsubscribe(IReadOnlyCollection<string> listenKeys) => _keys.RemoveAll(key => listenKeys.Contains(key.Text, StringComparer.Ordinal));

    /// <summary>Returns true if the connection's keys and its URL include the event.</summary>
    public bool Carries(PushEvent pushed, bool unroutedCarryEvents, bool allWithoutEvents) => address.Kind switch
    {
        _ when FindKey(pushed) is null => false,
        StreamKind.Unrouted => unroutedCarryEvents,
        StreamKind.Combined => true,
        _ => address.Events?.Contains(pushed.Name) ?? allWithoutEvents,
    };

    /// <summary>Returns the text of an event that the connection carries.</summary>
    public string TextOf(PushEvent pushed)
    {
        if (!IsCombined)
        {
            return pushed.Text;
        }

        return $$"""{"stream":"{{FindKey(pushed)!.Text}}","data":{{pushed.Text}}}""";
    }

    private ListenKey? FindKey(PushEvent pushed) => pushed.ExpiredKey switch
    {
        null => _keys.Find(key => key.IsValid && key.Account == pushed.Account),
        var expired => _keys.Find(key => key == expired),
    };
}

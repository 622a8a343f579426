namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The listen keys, at most one valid key of each account. The lock of <see cref="UserStreams"/> guards it.</summary>
internal sealed class ListenKeys(TimeProvider time, SeededRandom random, Action<ListenKey> expire)
{
    private readonly Dictionary<SimulatedAccount, ListenKey> _keys = [];

    /// <summary>Returns the account's key, a new one if it has none, and extends it.</summary>
    public ListenKey Start(SimulatedAccount account)
    {
        if (Find(account) is { } valid)
        {
            valid.Extend();
            return valid;
        }

        var started = new ListenKey(account, random.Text(64), time, expire);
        _keys[account] = started;
        return started;
    }

    /// <summary>Returns the valid key with this text, or null.</summary>
    public ListenKey? Find(string text) => _keys.Values.FirstOrDefault(key => key.IsValid && key.Text == text);

    /// <summary>Returns the account's valid key, or null if it has none, or another one than the given.</summary>
    public ListenKey? Find(SimulatedAccount account, string? given = null)
    {
        if (_keys.GetValueOrDefault(account) is not { IsValid: true } key)
        {
            return null;
        }

        return (given ?? key.Text) == key.Text ? key : null;
    }
}

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>A listen key of an account. It expires an hour after it was started or last extended.</summary>
internal sealed class ListenKey
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(60);

    private readonly ITimer _expiry;

    public ListenKey(SimulatedAccount account, string text, TimeProvider time, Action<ListenKey> expire)
    {
        Account = account;
        Text = text;
        _expiry = time.CreateTimer(_ => expire(this), state: null, Validity, Timeout.InfiniteTimeSpan);
    }

    public SimulatedAccount Account { get; }

    public string Text { get; }

    public bool IsValid { get; private set; } = true;

    public void Extend() => _expiry.Change(Validity, Timeout.InfiniteTimeSpan);

    public void End()
    {
        IsValid = false;
        _expiry.Dispose();
    }
}

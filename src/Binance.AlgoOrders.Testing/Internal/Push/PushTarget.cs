namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The events to which a fault may apply.</summary>
/// <param name="Account">The account, or null for any.</param>
/// <param name="EventName">The name of the events, or null for any.</param>
internal sealed record PushTarget(SimulatedAccount? Account = null, string? EventName = null)
{
    /// <summary>Gets the number of matching events that an armed fault skips first.</summary>
    public int Skipped { get; init; }

    public bool Matches(SimulatedAccount account) => Account is null || Account == account;

    public bool Matches(PushEvent pushed) => Matches(pushed.Account) && (EventName is null || EventName == pushed.Name);
}

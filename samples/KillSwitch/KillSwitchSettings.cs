namespace Binance.AlgoOrders.Samples;

/// <summary>What the kill switch guards, and when it fires.</summary>
/// <param name="Symbols">The contracts whose algo orders it cancels.</param>
/// <param name="Deadline">The time for canceling and verifying, all contracts at once.</param>
/// <param name="DeadManInterval">Within each of these a line must arrive on stdin, or it fires by itself; null: only a signal fires it.</param>
internal sealed record KillSwitchSettings(IReadOnlyList<string> Symbols, TimeSpan Deadline, TimeSpan? DeadManInterval);

namespace Binance.AlgoOrders.Samples;

/// <summary>The settings of the kill switch.</summary>
/// <param name="Symbols">The contracts whose algo orders it cancels.</param>
/// <param name="Deadline">The time for canceling and verifying all contracts.</param>
/// <param name="DeadManInterval">The longest time between two lines on stdin before the switch fires, or null if only a signal fires it.</param>
internal sealed record KillSwitchSettings(IReadOnlyList<string> Symbols, TimeSpan Deadline, TimeSpan? DeadManInterval);

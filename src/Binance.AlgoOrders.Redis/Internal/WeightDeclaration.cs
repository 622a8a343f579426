namespace Binance.AlgoOrders.Internal;

/// <summary>All that a process tells of its window, every time anew: what was told before, or got lost, does not matter.</summary>
/// <param name="Window">The window's number.</param>
/// <param name="Spent">What it has sent in it.</param>
/// <param name="Holding">What it keeps for bulk work.</param>
/// <param name="Known">The most that it has heard was used by all.</param>
/// <param name="Wanted">How much more it would like to keep; zero: nothing waits.</param>
/// <param name="HasJoined">Whether Redis has answered it in this window.</param>
internal readonly record struct WeightDeclaration(long Window, int Spent, int Holding, int Known, int Wanted, bool HasJoined);

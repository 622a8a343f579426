namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>The totals of one process in one window. Every report repeats all totals, so that a lost or repeated report has no effect.</summary>
/// <param name="Window">The number of the window.</param>
/// <param name="Consumed">The usage of the process.</param>
/// <param name="Leased">The usage that the process has leased and not consumed yet.</param>
/// <param name="Used">The highest usage of the window that the process has seen, by Redis or by Binance.</param>
/// <param name="Requested">The additional usage to lease, or 0.</param>
/// <param name="Minimum">The smallest lease that is of use.</param>
/// <param name="HasJoined">True if Redis has accepted an earlier report of the process in this window.</param>
internal readonly record struct LimitReport(long Window, int Consumed, int Leased, int Used, int Requested, int Minimum, bool HasJoined);

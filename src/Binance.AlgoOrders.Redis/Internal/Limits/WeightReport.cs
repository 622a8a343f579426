namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>The totals of one process in one window. Every report repeats all totals, so that a lost or repeated report has no effect.</summary>
/// <param name="Window">The number of the window.</param>
/// <param name="Consumed">The weight that the process has consumed.</param>
/// <param name="Leased">The weight that the process has leased for bulk cancels and not consumed yet.</param>
/// <param name="Used">The highest usage of the window that the process has seen, by Redis or by Binance.</param>
/// <param name="Requested">The additional weight to lease, or 0.</param>
/// <param name="HasJoined">True if Redis has accepted an earlier report of the process in this window.</param>
internal readonly record struct WeightReport(long Window, int Consumed, int Leased, int Used, int Requested, bool HasJoined);

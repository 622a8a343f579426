namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A quarter of the load.</summary>
/// <param name="Milliseconds">The times of the requests, in ascending order.</param>
/// <param name="Elapsed">The time that all of them took.</param>
/// <param name="Bytes">The bytes that server and client allocated.</param>
/// <param name="LiveBytes">The bytes that were in use afterwards.</param>
/// <param name="Failures">The number of requests whose response was not a 200.</param>
internal sealed record ServerQuarter(IReadOnlyList<double> Milliseconds, TimeSpan Elapsed, long Bytes, long LiveBytes, int Failures);

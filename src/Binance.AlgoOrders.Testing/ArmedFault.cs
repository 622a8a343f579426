namespace Binance.AlgoOrders.Testing;

/// <summary>A fault that is armed and still waits for requests.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Remaining">The number of requests to which it still applies. <see cref="int.MaxValue"/> means that it is never used up.</param>
/// <param name="Requests">
/// The requests that it waits for, as given to <see cref="SimulatedFaults.On(SimulatedOperation)"/>: <c>Cancel</c>, <c>DELETE</c> or
/// <c>DELETE /fapi/v1/algoOrder</c>, or <see langword="null"/> if it waits for any request or for those that a predicate accepts.
/// </param>
public sealed record ArmedFault(Fault Fault, int Remaining, string? Requests);

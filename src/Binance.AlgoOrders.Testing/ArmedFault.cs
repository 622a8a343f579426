namespace Binance.AlgoOrders.Testing;

/// <summary>A fault that is armed and has not struck as often as it shall.</summary>
/// <param name="Fault">What will go wrong.</param>
/// <param name="Left">With how many requests; <see cref="int.MaxValue"/> is for good.</param>
/// <param name="Requests">
/// The requests that it waits for, as <see cref="SimulatedFaults.On(SimulatedOperation)"/> named them: <c>DELETE</c>, or <c>DELETE /fapi/v1/algoOrder</c>.
/// <see langword="null"/>: any, or those that a predicate accepts.
/// </param>
public sealed record ArmedFault(Fault Fault, int Left, string? Requests);

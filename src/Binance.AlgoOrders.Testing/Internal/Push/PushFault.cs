namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>A fault of one event.</summary>
/// <param name="Kind">The kind of the fault.</param>
/// <param name="Target">The events to which it may apply.</param>
/// <param name="Delay">The delay of the event or of its copy.</param>
internal sealed record PushFault(PushFaultKind Kind, PushTarget Target, TimeSpan Delay = default);

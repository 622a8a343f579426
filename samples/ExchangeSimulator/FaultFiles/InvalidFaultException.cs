namespace Binance.AlgoOrders.Samples;

/// <summary>An entry of a fault file that is not valid. The message is the rest of a sentence that begins with the file and the entry.</summary>
internal sealed class InvalidFaultException(string message) : Exception(message);

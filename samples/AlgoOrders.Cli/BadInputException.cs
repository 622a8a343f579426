namespace Binance.AlgoOrders.Samples;

/// <summary>Reports invalid input.</summary>
/// <param name="message">One line for the terminal, which names the valid input.</param>
internal sealed class BadInputException(string message) : Exception(message);

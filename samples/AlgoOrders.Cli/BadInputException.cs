namespace Binance.AlgoOrders.Samples;

/// <summary>What was typed cannot be carried out; the message says in a line what to type instead.</summary>
/// <param name="message">For the person at the terminal.</param>
internal sealed class BadInputException(string message) : Exception(message);

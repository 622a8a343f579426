namespace Binance.AlgoOrders.Samples;

/// <summary>Reports a command that cannot be executed as it was sent. The message is one sentence.</summary>
/// <param name="message">The sentence.</param>
/// <param name="member">The invalid member of the command, or <see langword="null"/> if it has none.</param>
internal sealed class InvalidCommandException(string message, string? member = null) : Exception(message)
{
    public string? Member => member;
}

namespace Binance.AlgoOrders.Samples;

/// <param name="SignedText">The exact text that the exchange signed.</param>
/// <param name="Received">The signature of the request, which does not match.</param>
/// <param name="Compare">A shell command that signs the same text, or <see langword="null"/> if the account has no secret.</param>
internal sealed record RejectedSignature(string SignedText, string Received, string? Compare);

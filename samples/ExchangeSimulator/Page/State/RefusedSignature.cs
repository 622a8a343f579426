namespace Binance.AlgoOrders.Samples;

/// <param name="SignedText">What the exchange signed, exactly.</param>
/// <param name="Received">The signature that did not fit it.</param>
/// <param name="Compare">Signs the same text in a shell; <see langword="null"/> when the account has no secret.</param>
internal sealed record RefusedSignature(string SignedText, string Received, string? Compare);

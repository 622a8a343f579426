namespace Binance.AlgoOrders.Testing;

/// <summary>An API key of an account, added by <see cref="SimulatedAccount.AddKey()"/> and revoked by <see cref="SimulatedAccount.RevokeKey"/>.</summary>
public sealed class SimulatedKey
{
    internal SimulatedKey(SimulatedAccount account, string apiKey, string secretKey, SignatureVerifier? verifier) =>
        (Account, ApiKey, SecretKey, Verifier) = (account, apiKey, secretKey, verifier);

    /// <summary>Gets the API key, which is sent in the header <c>X-MBX-APIKEY</c>.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the key of the HMAC-SHA256 signature, empty for a key pair.</summary>
    public string SecretKey { get; }

    internal SimulatedAccount Account { get; }

    /// <summary>Gets the verifier of a key pair, or null if requests are signed with the <see cref="SecretKey"/>.</summary>
    internal SignatureVerifier? Verifier { get; }

    /// <summary>Returns a description without key and secret.</summary>
    public override string ToString() => "Simulated key";
}

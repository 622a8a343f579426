namespace Binance.AlgoOrders.Testing;

/// <summary>One of the API keys of an account. <see cref="SimulatedAccount.AddKey()"/> makes them, and <see cref="SimulatedAccount.RevokeKey"/> takes them back.</summary>
public sealed class SimulatedKey
{
    internal SimulatedKey(SimulatedAccount account, string apiKey, string secretKey, SignatureVerifier? verifier) =>
        (Account, ApiKey, SecretKey, Verifier) = (account, apiKey, secretKey, verifier);

    /// <summary>Goes into the header <c>X-MBX-APIKEY</c>.</summary>
    public string ApiKey { get; }

    /// <summary>The key of the HMAC-SHA256 signature; empty for a key pair.</summary>
    public string SecretKey { get; }

    internal SimulatedAccount Account { get; }

    /// <summary>Null: requests are signed with the <see cref="SecretKey"/>.</summary>
    internal SignatureVerifier? Verifier { get; }

    /// <summary>Says what this is; neither key nor secret.</summary>
    public override string ToString() => "Simulated key";
}

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>The source of the client's credentials.</summary>
public enum KeySource
{
    /// <summary>The key and the secret in the options.</summary>
    Options,

    /// <summary>The user's own signer.</summary>
    Signer,

    /// <summary>A credentials provider, which is called again if the key is rejected.</summary>
    Provider,
}

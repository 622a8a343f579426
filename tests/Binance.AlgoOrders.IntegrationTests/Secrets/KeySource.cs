namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Where the client of a test has its key from.</summary>
public enum KeySource
{
    /// <summary>Key and secret in the options.</summary>
    Options,

    /// <summary>A signer of the user's.</summary>
    Signer,

    /// <summary>A provider, which is asked again where the key is refused.</summary>
    Provider,
}

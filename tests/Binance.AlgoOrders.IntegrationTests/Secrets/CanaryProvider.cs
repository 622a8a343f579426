namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Brings the canaries whenever it is asked.</summary>
internal sealed class CanaryProvider(Canaries canaries) : IApiCredentialsProvider
{
    public ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ApiCredentials.FromSecretKey(canaries.ApiKey, canaries.SecretKey));
}

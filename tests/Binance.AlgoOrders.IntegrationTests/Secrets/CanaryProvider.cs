namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Returns the canaries as credentials.</summary>
internal sealed class CanaryProvider(Canaries canaries) : IApiCredentialsProvider
{
    public ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ApiCredentials.FromSecretKey(canaries.ApiKey, canaries.SecretKey));
}

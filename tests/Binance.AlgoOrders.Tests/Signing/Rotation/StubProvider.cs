using System.Collections.Concurrent;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>A key vault that answers as the test says, and keeps what it was asked for.</summary>
internal sealed class StubProvider : IApiCredentialsProvider
{
    private readonly ConcurrentQueue<CredentialsReason> _reasons = new();

    public IReadOnlyList<CredentialsReason> Reasons => [.. _reasons];

    public Func<CancellationToken, ValueTask<ApiCredentials>> Answer { get; set; } = _ => throw new IOException("The vault is empty.");

    public void Give(string apiKey, string secretKey) => Give(ApiCredentials.FromSecretKey(apiKey, secretKey));

    public void Give(ApiCredentials credentials) => Answer = _ => ValueTask.FromResult(credentials);

    public void Fail(Exception failure) => Answer = _ => ValueTask.FromException<ApiCredentials>(failure);

    public ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default)
    {
        _reasons.Enqueue(reason);
        return Answer(cancellationToken);
    }
}

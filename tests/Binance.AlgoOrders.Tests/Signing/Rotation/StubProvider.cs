using System.Collections.Concurrent;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>Returns the credentials that a test sets, and records the reasons of the calls.</summary>
internal sealed class StubProvider : IApiCredentialsProvider
{
    private readonly ConcurrentQueue<CredentialsReason> _reasons = new();

    public IReadOnlyList<CredentialsReason> Reasons => [.. _reasons];

    public Func<CancellationToken, ValueTask<ApiCredentials>> OnGet { get; set; } = _ => throw new IOException("The vault is empty.");

    public void Return(string apiKey, string secretKey) => Return(ApiCredentials.FromSecretKey(apiKey, secretKey));

    public void Return(ApiCredentials credentials) => OnGet = _ => ValueTask.FromResult(credentials);

    public void Fail(Exception failure) => OnGet = _ => ValueTask.FromException<ApiCredentials>(failure);

    public ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default)
    {
        _reasons.Enqueue(reason);
        return OnGet(cancellationToken);
    }
}

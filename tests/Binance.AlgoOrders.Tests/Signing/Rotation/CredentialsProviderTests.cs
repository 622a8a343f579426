using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

public sealed class CredentialsProviderTests : IDisposable
{
    private readonly ProviderVenue _venue = new();

    private StubProvider Provider => _venue.Provider;

    [Fact]
    public async Task The_provider_is_called_once_at_the_first_request()
    {
        Assert.Empty(Provider.Reasons);
        await _venue.CancelAsync();
        await _venue.CancelAsync();
        Assert.Equal([CredentialsReason.FirstUse], Provider.Reasons);
    }

    [Fact]
    public async Task A_warm_up_gets_the_credentials_before_the_first_request()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal([CredentialsReason.FirstUse], Provider.Reasons);
        await _venue.CancelAsync();
        Assert.Single(Provider.Reasons);
    }

    [Fact]
    public async Task A_warm_up_can_be_retried_after_the_provider_failed()
    {
        Provider.Fail(new InvalidOperationException("The vault is sealed."));
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);

        Provider.Return(_venue.Account.ApiKey, _venue.Account.SecretKey);
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Provider.Reasons.Count);
    }

    [Fact]
    public async Task Concurrent_callers_share_one_refresh()
    {
        var credentials = new TaskCompletionSource<ApiCredentials>();
        Provider.OnGet = _ => new(credentials.Task);
        Task[] calls = [.. Enumerable.Range(0, 64).Select(_ => _venue.CancelAsync())];

        credentials.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await Task.WhenAll(calls);

        Assert.Single(Provider.Reasons);
    }

    [Fact]
    public async Task A_refresh_continues_when_one_of_its_callers_is_canceled()
    {
        var credentials = new TaskCompletionSource<ApiCredentials>();
        CancellationToken providerToken = default;
        Provider.OnGet = token =>
        {
            providerToken = token;
            return new(credentials.Task);
        };
        using var cancellation = new CancellationTokenSource();
        Task canceled = _venue.CancelWithTokenAsync(cancellation.Token);
        Task other = _venue.CancelAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        Assert.False(providerToken.IsCancellationRequested);
        credentials.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await other;
    }

    [Fact]
    public async Task A_refresh_is_canceled_when_the_client_is_disposed()
    {
        CancellationToken providerToken = default;
        Provider.OnGet = token =>
        {
            providerToken = token;
            return new(new TaskCompletionSource<ApiCredentials>().Task);
        };
        Task call = _venue.CancelAsync();

        _venue.Client.Dispose();

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(call));
        Assert.True(providerToken.IsCancellationRequested);
    }

    [Fact]
    public async Task A_request_is_not_sent_when_the_provider_hangs_and_the_next_one_starts_another_refresh()
    {
        Provider.OnGet = _ => new(new TaskCompletionSource<ApiCredentials>().Task);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(_venue.CancelAsync()));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Empty(_venue.Exchange.Requests);

        _venue.Time.Advance(TimeSpan.FromSeconds(10));
        Provider.Return(_venue.Account.ApiKey, _venue.Account.SecretKey);
        await _venue.CancelAsync();
    }

    [Fact]
    public async Task A_request_is_not_sent_when_the_provider_fails_and_the_cause_is_kept()
    {
        var reason = new InvalidOperationException("The vault is sealed.");
        Provider.Fail(reason);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Same(reason, failure.InnerException);
        Assert.Empty(_venue.Exchange.Requests);
        Assert.Contains((LogLevel.Warning, 8), _venue.Logs.Events);
    }

    [Fact]
    public async Task An_exception_of_the_provider_that_contains_a_secret_is_redacted()
    {
        Provider.Fail(new InvalidOperationException($"No such secret: {_venue.Account.SecretKey}"));

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(_venue.CancelAsync()));

        Assert.DoesNotContain(_venue.Account.SecretKey, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_venue.Account.SecretKey, _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_returns_null_is_reported()
    {
        Provider.Return(null!);
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());
        Assert.Contains("The credentials provider must return credentials, but returned null", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_key_that_cannot_sign_is_reported_with_the_reason()
    {
        Provider.Return(ApiCredentials.FromPrivateKeyPem(_venue.Account.ApiKey, SampleKeys.EncryptedRsa));
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());
        Assert.Contains("PrivateKeyPem is encrypted, but no password was given", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}

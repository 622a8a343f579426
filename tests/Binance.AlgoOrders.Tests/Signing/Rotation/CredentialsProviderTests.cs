using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

public sealed class CredentialsProviderTests : IDisposable
{
    private readonly ProviderVenue _venue = new();

    private StubProvider Provider => _venue.Provider;

    [Fact]
    public async Task It_is_asked_at_the_first_request_and_not_again()
    {
        Assert.Empty(Provider.Reasons);
        await _venue.CancelAsync();
        await _venue.CancelAsync();
        Assert.Equal([CredentialsReason.FirstUse], Provider.Reasons);
    }

    [Fact]
    public async Task A_warm_up_asks_ahead_of_the_first_request()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal([CredentialsReason.FirstUse], Provider.Reasons);
        await _venue.CancelAsync();
        Assert.Single(Provider.Reasons);
    }

    [Fact]
    public async Task A_warm_up_that_found_the_vault_closed_is_made_up_for()
    {
        Provider.Fail(new InvalidOperationException("The vault is sealed."));
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);

        Provider.Give(_venue.Account.ApiKey, _venue.Account.SecretKey);
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Provider.Reasons.Count);
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_question()
    {
        var answer = new TaskCompletionSource<ApiCredentials>();
        Provider.Answer = _ => new(answer.Task);
        Task[] calls = [.. Enumerable.Range(0, 64).Select(_ => _venue.CancelAsync())];

        answer.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await Task.WhenAll(calls);

        Assert.Single(Provider.Reasons);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_nothing_but_his_own_waiting()
    {
        var answer = new TaskCompletionSource<ApiCredentials>();
        CancellationToken ofProvider = default;
        Provider.Answer = token =>
        {
            ofProvider = token;
            return new(answer.Task);
        };
        using var leaving = new CancellationTokenSource();
        Task leaver = _venue.CancelUntilAsync(leaving.Token);
        Task stayer = _venue.CancelAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        Assert.False(ofProvider.IsCancellationRequested);
        answer.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await stayer;
    }

    [Fact]
    public async Task A_disposed_client_waits_for_its_provider_no_longer()
    {
        CancellationToken ofProvider = default;
        Provider.Answer = token =>
        {
            ofProvider = token;
            return new(new TaskCompletionSource<ApiCredentials>().Task);
        };
        Task call = _venue.CancelAsync();

        _venue.Client.Dispose();

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(call));
        Assert.True(ofProvider.IsCancellationRequested);
    }

    [Fact]
    public async Task A_provider_that_hangs_is_a_request_that_was_never_sent_and_is_given_up()
    {
        Provider.Answer = _ => new(new TaskCompletionSource<ApiCredentials>().Task);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(_venue.CancelAsync()));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Empty(_venue.Exchange.Journal);

        _venue.Time.Advance(TimeSpan.FromSeconds(10));
        Provider.Give(_venue.Account.ApiKey, _venue.Account.SecretKey);
        await _venue.CancelAsync();
    }

    [Fact]
    public async Task A_provider_that_fails_is_a_request_that_was_never_sent_and_its_reason_is_kept()
    {
        var reason = new InvalidOperationException("The vault is sealed.");
        Provider.Fail(reason);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Same(reason, failure.InnerException);
        Assert.Empty(_venue.Exchange.Journal);
        Assert.Contains((LogLevel.Warning, 8), _venue.Logs.Events);
    }

    [Fact]
    public async Task A_reason_that_quotes_a_secret_is_not_passed_on()
    {
        Provider.Fail(new InvalidOperationException($"No such secret: {_venue.Account.SecretKey}"));

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(_venue.CancelAsync()));

        Assert.DoesNotContain(_venue.Account.SecretKey, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_venue.Account.SecretKey, _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_brings_nothing_is_called_so()
    {
        Provider.Give(null!);
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());
        Assert.Contains("The credentials provider brought nothing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_key_that_cannot_be_signed_with_is_called_so()
    {
        Provider.Give(ApiCredentials.FromPrivateKeyPem(_venue.Account.ApiKey, SampleKeys.EncryptedRsa));
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.CancelAsync());
        Assert.Contains("PrivateKeyPem is encrypted, and no password is given", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}

using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

public sealed class RefreshTests : IDisposable
{
    private readonly ProviderVenue _venue = new();

    private StubProvider Provider => _venue.Provider;

    [Fact]
    public async Task A_rejected_key_is_refreshed_and_the_request_is_retried()
    {
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Return(next.ApiKey, next.SecretKey);

        await _venue.CancelAsync();

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Rejected], Provider.Reasons);
        Assert.Equal([null, BinanceErrorCodes.RejectedApiKey, null], _venue.ErrorCodes);
        Assert.Single(_venue.Logs.Events, (LogLevel.Information, 7));
    }

    [Fact]
    public async Task A_rejected_key_is_refreshed_by_EnsureCanceledAsync_too()
    {
        SimulatedKey next = _venue.Rotate();
        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());
        Provider.Return(next.ApiKey, next.SecretKey);

        var request = CancelAlgoOrderRequest.ByAlgoId(_venue.Account.Place().AlgoId);
        CancelAlgoOrderOutcome outcome = await _venue.Client.EnsureCanceledAsync(request, TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }

    [Fact]
    public async Task A_rejected_key_is_reported_at_once_when_the_provider_has_no_other_key()
    {
        _venue.Rotate();

        var rejection = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal((BinanceErrorCodes.RejectedApiKey, ExecutionStatus.NotExecuted), (rejection.ErrorCode, rejection.Execution));
        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Rejected], Provider.Reasons);
        Assert.Single(_venue.Exchange.Requests);
        Assert.DoesNotContain((LogLevel.Information, 7), _venue.Logs.Events);
    }

    [Fact]
    public async Task A_call_refreshes_its_key_once()
    {
        await _venue.CancelAsync();
        _venue.Rotate();
        Provider.Return("another-unknown-key", "made-up-secret");

        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal(2, Provider.Reasons.Count);
        Assert.Equal([null, BinanceErrorCodes.RejectedApiKey, BinanceErrorCodes.RejectedApiKey], _venue.ErrorCodes);
    }

    [Fact]
    public async Task A_call_can_refresh_its_key_and_synchronize_its_clock()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(30);
        SimulatedKey next = _venue.Rotate();
        Provider.OnGet = _ =>
        {
            Provider.Return(next.ApiKey, next.SecretKey);
            return ValueTask.FromResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        };

        await _venue.CancelAsync();

        Assert.Equal([BinanceErrorCodes.RejectedApiKey, BinanceErrorCodes.InvalidTimestamp, null, null, null, null], _venue.ErrorCodes);
    }

    [Fact]
    public async Task Concurrent_callers_with_a_rejected_key_share_one_refresh()
    {
        const int Callers = 64;
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Return(next.ApiKey, next.SecretKey);
        _venue.Network.Pause();
        Task[] calls = [.. Enumerable.Range(0, Callers).Select(_ => _venue.CancelAsync())];
        Assert.Equal(1 + Callers, _venue.Network.Arrived);

        _venue.Network.Resume();
        await Task.WhenAll(calls);

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Rejected], Provider.Reasons);
    }

    [Fact]
    public async Task A_rejected_key_is_reported_when_the_provider_fails()
    {
        await _venue.CancelAsync();
        _venue.Rotate();
        Provider.Fail(new IOException("The vault cannot be reached."));

        var rejection = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal(BinanceErrorCodes.RejectedApiKey, rejection.ErrorCode);
        Assert.Contains((LogLevel.Warning, 8), _venue.Logs.Events);
    }

    [Fact]
    public async Task The_next_request_after_a_refresh_is_signed_with_the_new_key()
    {
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Return(next.ApiKey, next.SecretKey);

        await _venue.RefreshAsync();
        await _venue.CancelAsync();

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Requested], Provider.Reasons);
        Assert.All(_venue.ErrorCodes, Assert.Null);
    }

    [Fact]
    public async Task A_refresh_does_not_complete_with_the_result_of_an_earlier_one()
    {
        var earlier = new TaskCompletionSource<ApiCredentials>();
        Provider.OnGet = _ => new(earlier.Task);
        Task call = _venue.CancelAsync();

        Task refresh = _venue.RefreshAsync();
        Assert.Single(Provider.Reasons);
        earlier.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await Task.WhenAll(call, refresh);

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Requested], Provider.Reasons);
    }

    [Fact]
    public async Task The_old_key_stays_in_use_when_a_refresh_fails()
    {
        await _venue.CancelAsync();
        var reason = new InvalidOperationException("The vault is sealed.");
        Provider.Fail(reason);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(_venue.RefreshAsync);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Same(reason, failure.InnerException);
        Assert.Equal("The credentials were not refreshed (The vault is sealed). The present ones stay in use.", failure.Message);
        await _venue.CancelAsync();
    }

    [Fact]
    public async Task A_refresh_ends_when_the_timeout_of_the_call_has_passed()
    {
        Provider.OnGet = _ => new(new TaskCompletionSource<ApiCredentials>().Task);

        // Both timers end at the same instant. The refresh is waiting before time passes, so that the call's timer, which started first, ends it.
        Task refresh = _venue.RefreshAsync();
        Assert.Equal([CredentialsReason.Requested], Provider.Reasons);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(refresh));
        Assert.Contains("(the timeout has passed)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_refresh_throws_OperationCanceledException()
    {
        Provider.OnGet = _ => new(new TaskCompletionSource<ApiCredentials>().Task);
        using var cancellation = new CancellationTokenSource();
        Task refresh = _venue.Client.RefreshCredentialsAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
    }

    [Fact]
    public async Task A_refresh_is_rejected_when_the_client_has_no_provider()
    {
        using var venue = new TestVenue();
        await Assert.ThrowsAsync<InvalidOperationException>(() => venue.Client.RefreshCredentialsAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _venue.Dispose();
}

using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

public sealed class RefreshTests : IDisposable
{
    private readonly ProviderVenue _venue = new();

    private StubProvider Provider => _venue.Provider;

    [Fact]
    public async Task A_refused_key_is_renewed_and_the_request_made_again()
    {
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Give(next.ApiKey, next.SecretKey);

        await _venue.CancelAsync();

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Refused], Provider.Reasons);
        Assert.Equal([null, BinanceErrorCodes.RejectedApiKey, null], _venue.Verdicts);
        Assert.Single(_venue.Logs.Events, (LogLevel.Information, 7));
    }

    [Fact]
    public async Task A_refused_key_is_renewed_where_the_outcome_is_found_out_too()
    {
        SimulatedKey next = _venue.Rotate();
        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());
        Provider.Give(next.ApiKey, next.SecretKey);

        var request = CancelAlgoOrderRequest.ByAlgoId(_venue.Account.Place().AlgoId);
        CancelAlgoOrderOutcome outcome = await _venue.Client.EnsureCanceledAsync(request, TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }

    [Fact]
    public async Task Where_the_provider_has_no_other_key_the_refusal_is_reported_at_once()
    {
        _venue.Rotate();

        var refusal = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal((BinanceErrorCodes.RejectedApiKey, ExecutionStatus.NotExecuted), (refusal.ErrorCode, refusal.Execution));
        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Refused], Provider.Reasons);
        Assert.Single(_venue.Exchange.Journal);
        Assert.DoesNotContain((LogLevel.Information, 7), _venue.Logs.Events);
    }

    [Fact]
    public async Task A_call_renews_its_key_once()
    {
        await _venue.CancelAsync();
        _venue.Rotate();
        Provider.Give("another-unknown-key", "made-up-secret");

        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal(2, Provider.Reasons.Count);
        Assert.Equal([null, BinanceErrorCodes.RejectedApiKey, BinanceErrorCodes.RejectedApiKey], _venue.Verdicts);
    }

    [Fact]
    public async Task A_clock_and_a_key_can_be_mended_in_one_call()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(30);
        SimulatedKey next = _venue.Rotate();
        Provider.Answer = _ =>
        {
            bool isFirst = Provider.Reasons.Count == 1;
            return ValueTask.FromResult(isFirst
                ? ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey)
                : ApiCredentials.FromSecretKey(next.ApiKey, next.SecretKey));
        };

        await _venue.CancelAsync();

        Assert.Equal([BinanceErrorCodes.RejectedApiKey, BinanceErrorCodes.InvalidTimestamp, null, null, null, null], _venue.Verdicts);
    }

    [Fact]
    public async Task Callers_refused_at_the_same_time_make_one_question()
    {
        const int Callers = 64;
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Give(next.ApiKey, next.SecretKey);
        _venue.Network.Hold();
        Task[] calls = [.. Enumerable.Range(0, Callers).Select(_ => _venue.CancelAsync())];
        Assert.Equal(1 + Callers, _venue.Network.Arrived);

        _venue.Network.Release();
        await Task.WhenAll(calls);

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Refused], Provider.Reasons);
    }

    [Fact]
    public async Task A_refusal_while_the_provider_fails_is_reported_as_what_it_is()
    {
        await _venue.CancelAsync();
        _venue.Rotate();
        Provider.Fail(new IOException("The vault cannot be reached."));

        var refusal = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.CancelAsync());

        Assert.Equal(BinanceErrorCodes.RejectedApiKey, refusal.ErrorCode);
        Assert.Contains((LogLevel.Warning, 8), _venue.Logs.Events);
    }

    [Fact]
    public async Task On_demand_the_next_request_is_signed_with_the_new_key()
    {
        await _venue.CancelAsync();
        SimulatedKey next = _venue.Rotate();
        Provider.Give(next.ApiKey, next.SecretKey);

        await _venue.RefreshAsync();
        await _venue.CancelAsync();

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Requested], Provider.Reasons);
        Assert.All(_venue.Verdicts, Assert.Null);
    }

    [Fact]
    public async Task A_demand_is_not_answered_by_what_was_asked_before()
    {
        var early = new TaskCompletionSource<ApiCredentials>();
        Provider.Answer = _ => new(early.Task);
        Task call = _venue.CancelAsync();

        Task refresh = _venue.RefreshAsync();
        Assert.Single(Provider.Reasons);
        early.SetResult(ApiCredentials.FromSecretKey(_venue.Account.ApiKey, _venue.Account.SecretKey));
        await Task.WhenAll(call, refresh);

        Assert.Equal([CredentialsReason.FirstUse, CredentialsReason.Requested], Provider.Reasons);
    }

    [Fact]
    public async Task A_demand_that_fails_leaves_the_old_key_in_use()
    {
        await _venue.CancelAsync();
        var reason = new InvalidOperationException("The vault is sealed.");
        Provider.Fail(reason);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(_venue.RefreshAsync);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Same(reason, failure.InnerException);
        Assert.Equal("The credentials were not refreshed (The vault is sealed). Those at hand stay in use.", failure.Message);
        await _venue.CancelAsync();
    }

    [Fact]
    public async Task A_demand_ends_when_the_time_of_a_call_is_up()
    {
        Provider.Answer = _ => new(new TaskCompletionSource<ApiCredentials>().Task);
        Task<bool> refresh = Task.Run(async () =>
        {
            await _venue.RefreshAsync();
            return true;
        });
        Assert.True(SpinWait.SpinUntil(() => Provider.Reasons.Count > 0, TimeSpan.FromSeconds(30)));
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Time.RunAsync(refresh));
        Assert.Contains("(it took longer than the timeout allows)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_a_demand_is_told_of_his_own_cancellation()
    {
        Provider.Answer = _ => new(new TaskCompletionSource<ApiCredentials>().Task);
        using var leaving = new CancellationTokenSource();
        Task refresh = _venue.Client.RefreshCredentialsAsync(leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
    }

    [Fact]
    public async Task A_client_with_keys_of_its_own_has_nobody_to_ask()
    {
        using var venue = new TestVenue();
        await Assert.ThrowsAsync<InvalidOperationException>(() => venue.Client.RefreshCredentialsAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _venue.Dispose();
}

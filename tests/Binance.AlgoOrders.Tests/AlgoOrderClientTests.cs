using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests;

public sealed class AlgoOrderClientTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);

    [Fact]
    public async Task The_callers_cancellation_is_an_OperationCanceledException_with_its_token()
    {
        using var network = new PrimaryHandlerStub(NeverAnswer);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        using var caller = new CancellationTokenSource();
        Task<CancelAlgoOrderResult> call = client.CancelAsync(Request, caller.Token);

        await caller.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_canceled_token_prevents_the_request()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CancelAsync(Request, new CancellationToken(canceled: true)));

        Assert.Empty(network.Sent);
    }

    [Theory]
    [InlineData(2_000, null)]
    [InlineData(500, 500)]
    public async Task A_late_response_is_a_transport_exception_with_unknown_execution(int expectedMilliseconds, int? requestTimeout)
    {
        using var network = new PrimaryHandlerStub(NeverAnswer);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        CancelAlgoOrderRequest request = Request with { Timeout = requestTimeout is { } value ? TimeSpan.FromMilliseconds(value) : null };
        Task<CancelAlgoOrderResult> call = client.CancelAsync(request, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMilliseconds(expectedMilliseconds - 1));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => call);
        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing_and_does_not_dispose_the_users_handler()
    {
        using var network = new PrimaryHandlerStub();
        AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        using AlgoOrderClient next = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        await next.CancelAsync(Request, TestContext.Current.CancellationToken);
        Assert.Single(network.Sent);
    }

    [Fact]
    public void Concurrent_disposals_free_the_resources_once()
    {
        for (int round = 0; round < 50; round++)
        {
            var options = new AlgoOrderClientOptions { CredentialsProvider = new Signing.Rotation.StubProvider() };
            AlgoOrderClient client = AlgoOrderClient.Create(options);
            Parallel.For(0, 4, _ => client.Dispose());
        }
    }

    [Fact]
    public async Task A_null_request_is_rejected()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.CancelAsync(null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_substitute_overrides_members_and_throws_for_the_others()
    {
        using AlgoOrderClient substitute = new AcknowledgingClient();
        CancelAlgoOrderResult result = await substitute.CancelAsync(Request, TestContext.Current.CancellationToken);
        Assert.Equal(2146760, result.AlgoId);

        using AlgoOrderClient empty = new EmptyClient();
        await Assert.ThrowsAsync<NotSupportedException>(() => empty.CancelAsync(Request, TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> NeverAnswer(SentRequest sent, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }

    private sealed class EmptyClient : AlgoOrderClient;

    private sealed class AcknowledgingClient : AlgoOrderClient
    {
        public override Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new CancelAlgoOrderResult { AlgoId = ((AlgoOrderId.ByAlgoId)request.Id).AlgoId, ClientAlgoId = "", Code = "200", Message = "success" });
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Internal.Signing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Pipeline;

/// <summary>Tests that an attempt which is still in progress when its call returns sends nothing any more.</summary>
public sealed class AbandonedAttemptTests : IDisposable
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);

    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);
    private readonly ObservedSends _sends = new();

    [Fact]
    public async Task A_copy_that_a_handler_would_send_after_the_call_is_refused()
    {
        var silent = new TaskCompletionSource<HttpResponseMessage>();
        int requests = 0;
        using var network = new PrimaryHandlerStub((_, _) => Interlocked.Increment(ref requests) == 1 ? silent.Task : Task.FromResult(Acknowledged()));
        using HttpMessageHandler chain = UsersHandlers.Around(network, _sends, new UsersHandlers.RetryingAlways(2));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);
        await _time.RunAsync(client.CancelAsync(Request, TestContext.Current.CancellationToken));

        silent.SetException(new HttpRequestException(HttpRequestError.ResponseEnded));

        await AssertFirstIsRefusedAsync();
        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task A_copy_that_a_handler_sends_during_the_call_is_sent()
    {
        var silent = new TaskCompletionSource<HttpResponseMessage>();
        int requests = 0;
        using var network = new PrimaryHandlerStub((_, _) => Interlocked.Increment(ref requests) == 1 ? silent.Task : Task.FromResult(Acknowledged()));
        using HttpMessageHandler chain = UsersHandlers.Around(network, _sends, new UsersHandlers.RetryingAlways(2));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);
        Task<CancelAlgoOrderResult> call = client.CancelAsync(Request, TestContext.Current.CancellationToken);

        silent.SetException(new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.Equal("success", (await _time.RunAsync(call)).Message);
        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task A_signature_that_ends_after_the_call_is_not_sent()
    {
        var signer = new SlowSigner();
        using var network = new PrimaryHandlerStub();
        using HttpMessageHandler chain = UsersHandlers.Around(network, _sends);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.SignedBy(signer), chain, _time);
        await _time.RunAsync(client.CancelAsync(Request, TestContext.Current.CancellationToken));

        signer.FinishFirst();

        await AssertFirstIsRefusedAsync();
        Assert.Equal("second", Assert.Single(network.Sent).Parameter("signature"));
    }

    public void Dispose() => _sends.Dispose();

    private async Task AssertFirstIsRefusedAsync()
    {
        var refusal = await Assert.ThrowsAsync<OperationCanceledException>(() => _sends.First.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("its attempt has ended", refusal.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Acknowledged() => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement);

    /// <summary>Keeps what becomes of each message that passes.</summary>
    private sealed class ObservedSends : DelegatingHandler
    {
        private readonly ConcurrentQueue<Task<HttpResponseMessage>> _sends = new();

        public Task<HttpResponseMessage> First => _sends.First();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Task<HttpResponseMessage> send = base.SendAsync(request, cancellationToken);
            _sends.Enqueue(send);
            return send;
        }
    }

    private sealed class SlowSigner : IRequestSigner
    {
        private readonly TaskCompletionSource _first = new();
        private int _signatures;

        public int MaxSignatureLength => 10;

        public void FinishFirst() => _first.SetResult();

        public async ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _signatures) > 1)
            {
                return Encoding.ASCII.GetBytes("second", destination.Span);
            }

            await _first.Task;
            return Encoding.ASCII.GetBytes("first", destination.Span);
        }
    }
}

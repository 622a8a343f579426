using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Calls;

/// <summary>A handler, a signer or the body of a response may ignore its token. The call ends nevertheless, and nothing is sent after it.</summary>
public sealed class IgnoredTokenTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(10);

    private readonly ManualTimeProvider _time = new();
    private readonly PrimaryHandlerStub _network = new();
    private readonly TaskCompletionSource _release = new();

    public static TheoryData<string> Places => ["handler", "signer", "body"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_call_ends_at_its_deadline(string place)
    {
        using AlgoOrderClient client = CreateClient(place);
        DateTimeOffset start = _time.GetUtcNow();

        await Assert.ThrowsAnyAsync<AlgoOrderException>(() => _time.RunAsync(client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), CancellationToken.None)));

        Assert.InRange(_time.GetUtcNow() - start, Limit, Limit + Grace);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_callers_token_ends_a_call(string place)
    {
        using AlgoOrderClient client = CreateClient(place);
        using var caller = new CancellationTokenSource(Limit / 2, _time);
        DateTimeOffset start = _time.GetUtcNow();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _time.RunUntilAsync(client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), caller.Token), caller.Token));

        Assert.Equal(caller.Token, canceled.CancellationToken);
        Assert.InRange(_time.GetUtcNow() - start, Limit / 2, (Limit / 2) + Grace);
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("signer")]
    public async Task A_request_that_was_not_sent_in_time_is_never_sent(string place)
    {
        using AlgoOrderClient client = CreateClient(place);
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _time.RunAsync(client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), CancellationToken.None)));

        _release.SetResult();

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Empty(_network.Sent);
    }

    [Fact]
    public async Task A_request_whose_handler_keeps_the_response_may_have_been_executed()
    {
        using AlgoOrderClient client = CreateClient("response");
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _time.RunAsync(client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), CancellationToken.None)));
        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    public void Dispose()
    {
        _release.TrySetResult();
        _network.Dispose();
    }

    private AlgoOrderClient CreateClient(string place)
    {
        var options = new AlgoOrderClientOptions { ApiKey = "key", Timeout = Limit, AttemptTimeout = Limit, MaxRetryAttempts = 0 };
        if (place == "signer")
        {
            options.Signer = new WaitingSigner(_release.Task);
        }
        else
        {
            options.SecretKey = "secret";
        }

        return AlgoOrderClient.Create(options, new WaitingHandler(place, _release.Task) { InnerHandler = _network }, _time);
    }

    private sealed class WaitingHandler(string place, Task release) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (place == "handler")
            {
                await release.ConfigureAwait(false);
            }

            HttpResponseMessage response = await base.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            if (place == "response")
            {
                await release.ConfigureAwait(false);
            }

            if (place == "body")
            {
                response.Content = new WaitingContent(release);
            }

            return response;
        }
    }

    private sealed class WaitingContent(Task release) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => release;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class WaitingSigner(Task release) : IRequestSigner
    {
        public int MaxSignatureLength => 4;

        public async ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            await release.ConfigureAwait(false);
            "beef"u8.CopyTo(destination.Span);
            return 4;
        }
    }
}

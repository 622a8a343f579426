using System.Diagnostics.Metrics;
using System.Net;
using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Tests.Internal.Signing;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Tests.Internal.Http;

/// <summary>Tests what an attempt records about the copies that a user's handler sent.</summary>
public sealed class AttemptSenderTests
{
    [Fact]
    public async Task The_latest_expiry_of_all_copies_counts_with_descending_timestamps()
    {
        Attempt attempt = await SendAsync(Lost, Lost);
        Assert.Equal((ExecutionStatus.Unknown, 2, 9000 + 5000), (attempt.Execution, attempt.CopiesSent, attempt.Expiry));
    }

    [Fact]
    public async Task An_earlier_copy_that_may_still_be_executed_is_on_the_attempt_that_got_a_response()
    {
        Attempt attempt = await SendAsync(Lost, Acknowledged);
        Assert.Equal((ExecutionStatus.Succeeded, 2), (attempt.Execution, attempt.CopiesSent));
    }

    [Fact]
    public async Task A_copy_without_a_connection_is_not_counted()
    {
        Attempt attempt = await SendAsync(NoConnection, Acknowledged);
        Assert.Equal((ExecutionStatus.Succeeded, 1), (attempt.Execution, attempt.CopiesSent));
    }

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded);

    private static HttpResponseMessage NoConnection() => throw new HttpRequestException(HttpRequestError.ConnectionError);

    private static HttpResponseMessage Acknowledged() => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement);

    private static async Task<Attempt> SendAsync(params Func<HttpResponseMessage>[] responses)
    {
        var remaining = new Queue<Func<HttpResponseMessage>>(responses);
        using var network = new PrimaryHandlerStub(() => remaining.Dequeue()());
        AlgoOrderClientOptions options = TestAccount.Options(value => value.TimingProvider = new DescendingTiming());
        using RequestSigner signer = AlgoOrderClientFactory.CreateSigner(options, [], TimeProvider.System, NullLogger.Instance);
        var limits = new RateLimitTracker(signer.Clock, AlgoOrderClientFactory.CreateBudget(options, TimeProvider.System), TimeProvider.System);
        HttpMessageHandler chain = PrimaryHandlerFactory.Wrap(UsersHandlers.Around(network, new UsersHandlers.RetryingAlways(2)), signer, limits, isLoopback: false);
        using var configured = new HttpClient(chain) { BaseAddress = new Uri("https://fapi.binance.com/") };
        using var http = new HttpMessageInvoker(chain, disposeHandler: false);
        using var meter = new Meter("test");
        var telemetry = new ClientTelemetry(new TelemetrySource(meter, Account: null, "fapi.binance.com"), TimeProvider.System);
        var messages = new RequestMessageFactory(configured, "fapi/v1/", options.RecvWindow);
        var sender = new AttemptSender(http, messages, limits, TimeProvider.System, telemetry, NullLogger.Instance);
        Attempt attempt = sender.Create(CancelAlgoOrderEndpoint.CreateRequest(AlgoOrderId.FromAlgoId(2146760), recvWindow: null), ConnectionKind.Pooled, isHedge: false);
        var call = new CallContext(TimeProvider.System, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await sender.SendAsync(attempt, sender.CreateMessage(attempt), new AttemptLimit(attempt.StartTimestamp, TimeSpan.FromMinutes(1)), call);
        return attempt;
    }

    private sealed class DescendingTiming : IRequestTimingProvider
    {
        private long _next = 9000;

        public RequestTiming Stamp(TimeSpan recvWindow)
        {
            _next -= 1000;
            return new RequestTiming(_next + 1000, (int)recvWindow.TotalMilliseconds);
        }
    }
}

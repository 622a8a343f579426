using System.Net;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Tests that the content and the headers that decide how often the framework sends a request are the client's own.</summary>
public class SentContentTests
{
    private static readonly Dictionary<string, Func<HttpRequestMessage, Task>> Changes = new()
    {
        ["drops the content"] = Do(request => request.Content = null),
        ["buffers the content"] = request => request.Content?.LoadIntoBufferAsync() ?? Task.CompletedTask,
        ["replaces the content"] = Do(request => request.Content = new StringContent("{}")),
        ["adds a content header"] = Do(request => request.Content?.Headers.Add("X-Trace", "1")),
        ["disposes the content"] = Do(request => request.Content?.Dispose()),
        ["expects 100 Continue"] = Do(request => request.Headers.ExpectContinue = true),
        ["demands chunks"] = Do(request => request.Headers.TransferEncodingChunked = true),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_has_our_content_and_headers_when_a_handler(string change)
    {
        IReadOnlyDictionary<string, string> headers = await SendAsync(change, client => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760)));

        Assert.Equal(["Content-Length", "X-MBX-APIKEY"], headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("0", headers["Content-Length"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_has_no_content_when_a_handler(string change)
    {
        IReadOnlyDictionary<string, string> headers = await SendAsync(change, client => client.FindAsync(AlgoOrderId.FromAlgoId(2146760)));

        Assert.Equal(["X-MBX-APIKEY"], headers.Keys);
    }

    [Fact]
    public async Task A_message_has_its_own_content_again_after_the_send()
    {
        using var network = new PrimaryHandlerStub();
        using var theirs = new StringContent("{}");
        HttpContent? afterwards = null;
        var reading = new UsersHandlers.Changing(_ => { });
        var changing = new UsersHandlers.Changing(request => request.Content = theirs);
        using AlgoOrderClient client = AlgoOrderClient.Create(
            TestAccount.Options(), UsersHandlers.Around(network, new AfterSending(request => afterwards = request.Content), reading, changing));

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.Same(theirs, afterwards);
    }

    private static Func<HttpRequestMessage, Task> Do(Action<HttpRequestMessage> change) => request =>
    {
        change(request);
        return Task.CompletedTask;
    };

    private static async Task<IReadOnlyDictionary<string, string>> SendAsync(string change, Func<AlgoOrderClient, Task> callAsync)
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement));
        using HttpMessageHandler chain = UsersHandlers.Around(network, new UsersHandlers.Changing(Changes[change]));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain);
        await Record.ExceptionAsync(() => callAsync(client));
        return Assert.Single(network.Sent).Headers;
    }

    private sealed class AfterSending(Action<HttpRequestMessage> act) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            act(request);
            return response;
        }
    }
}

using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public sealed class ExchangeHandlerTests : IDisposable
{
    private readonly TestExchange _test = new();
    private readonly HttpClient _client;
    private readonly SimulatedOrder _order;

    public ExchangeHandlerTests()
    {
        _client = new HttpClient(_test.Exchange.CreateHandler()) { BaseAddress = new Uri("https://exchange.invalid") };
        _client.DefaultRequestHeaders.Add("X-MBX-APIKEY", _test.Account.ApiKey);
        _order = _test.Account.Place(clientAlgoId: "a/b:c");
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_request_reaches_the_exchange_with_the_characters_of_its_query()
    {
        using HttpResponseMessage response = await CancelAsync("clientAlgoId=a%2Fb%3Ac");

        Assert.Equal((HttpStatusCode.OK, SimulatedOrderStatus.Canceled), (response.StatusCode, _order.Status));
        Assert.StartsWith("clientAlgoId=a%2Fb%3Ac&", _test.LastRecord.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_has_status_body_headers_and_type()
    {
        using HttpResponseMessage response = await CancelAsync("algoId=1");

        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("""{"code":-2011,"msg":"Unknown order sent."}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["1"], response.Headers.GetValues("x-mbx-used-weight-1m"));
    }

    [Fact]
    public async Task A_form_body_counts_as_parameters()
    {
        string form = $"algoId={_order.AlgoId}&timestamp={_test.Now}";
        using var request = new HttpRequestMessage(HttpMethod.Delete, TestExchange.CancelOrQuery)
        {
            Content = new StringContent($"{form}&signature={_test.Sign(form)}"),
        };

        using HttpResponseMessage response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(SimulatedOrderStatus.Canceled, _order.Status);
    }

    [Theory]
    [InlineData(false, HttpRequestError.ResponseEnded)]
    [InlineData(true, HttpRequestError.ConnectionError)]
    public async Task A_lost_connection_is_the_error_that_a_socket_would_give(bool isRefused, HttpRequestError error)
    {
        _test.Exchange.Faults.Next(isRefused ? Fault.ConnectionRefused : Fault.ExecuteThenDrop);

        HttpRequestException lost = await Assert.ThrowsAsync<HttpRequestException>(() => CancelAsync($"algoId={_order.AlgoId}"));

        Assert.Equal(error, lost.HttpRequestError);
    }

    [Fact]
    public async Task A_body_that_breaks_off_gives_its_first_half_and_then_fails()
    {
        _test.Exchange.Faults.Next(Fault.DropInsideResponse(executed: true));
        using HttpResponseMessage response = await CancelAsync($"algoId={_order.AlgoId}", HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        int firstHalf = await body.ReadAsync(new byte[1000], TestContext.Current.CancellationToken);
        Assert.Equal(response.Content.Headers.ContentLength / 2, firstHalf);
        await Assert.ThrowsAsync<HttpIOException>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_body_that_breaks_off_fails_a_client_that_reads_it_as_a_whole()
    {
        _test.Exchange.Faults.Next(Fault.DropInsideResponse(executed: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => CancelAsync($"algoId={_order.AlgoId}"));
    }

    [Fact]
    public async Task The_callers_token_cancels_the_wait_and_not_the_execution()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(TimeSpan.FromSeconds(1)));
        using var cancellation = new CancellationTokenSource();
        string query = $"algoId={_order.AlgoId}&timestamp={_test.Now}";
        var target = new Uri($"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query)}", UriKind.Relative);
        Task<HttpResponseMessage> canceling = _client.DeleteAsync(target, cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        _test.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SimulatedOrderStatus.Canceled, _order.Status);
    }

    [Fact]
    public async Task A_request_that_is_canceled_before_it_is_sent_never_arrives()
    {
        var ping = new Uri("/fapi/v1/ping", UriKind.Relative);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetAsync(ping, new CancellationToken(canceled: true)));

        Assert.Empty(_test.Exchange.Requests);
    }

    [Fact]
    public async Task Exactly_one_of_many_concurrent_cancels_is_executed()
    {
        string query = $"algoId={_order.AlgoId}&timestamp={_test.Now}";
        string target = $"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query)}";

        SimulatedResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _test.SendRawAsync("DELETE", target))));

        Assert.Single(responses, response => response.StatusCode == 200);
        Assert.Equal(100, _test.Exchange.Requests.Count);
    }

    private async Task<HttpResponseMessage> CancelAsync(string id, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        string query = $"{id}&timestamp={_test.Now}";
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query)}");
        return await _client.SendAsync(request, completion, TestContext.Current.CancellationToken);
    }
}

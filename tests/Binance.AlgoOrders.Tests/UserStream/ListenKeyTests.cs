using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.UserStream;

public sealed class ListenKeyTests : IDisposable
{
    private readonly TestVenue _venue = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_have_the_API_key_but_neither_signature_nor_listen_key()
    {
        ListenKey key = await StartAsync();
        Assert.True(await _venue.Time.RunAsync(_venue.Client.ExtendUserStreamAsync(key, Token)));
        Assert.True(await _venue.Time.RunAsync(_venue.Client.EndUserStreamAsync(Token)));

        Assert.Equal(["POST", "PUT", "DELETE"], _venue.Exchange.Requests.Select(request => request.Method));
        Assert.All(_venue.Exchange.Requests, request => Assert.Equal(("/fapi/v1/listenKey", "", "", true), (request.Path, request.Query, request.Body, request.HasApiKey)));
    }

    [Fact]
    public async Task A_stream_that_was_started_before_keeps_its_key() => Assert.Equal((await StartAsync()).Value, (await StartAsync()).Value);

    [Fact]
    public async Task An_expired_key_is_not_extended()
    {
        ListenKey key = await StartAsync();
        _venue.Time.Advance(TimeSpan.FromHours(1));

        Assert.False(await _venue.Time.RunAsync(_venue.Client.ExtendUserStreamAsync(key, Token)));
        Assert.False(await _venue.Time.RunAsync(_venue.Client.EndUserStreamAsync(Token)));
    }

    [Fact]
    public async Task A_key_that_was_replaced_counts_as_not_extended()
    {
        ListenKey replaced = await StartAsync();
        await _venue.Time.RunAsync(_venue.Client.EndUserStreamAsync(Token));
        ListenKey current = await StartAsync();

        Assert.False(await _venue.Time.RunAsync(_venue.Client.ExtendUserStreamAsync(replaced, Token)));
        Assert.True(await _venue.Time.RunAsync(_venue.Client.ExtendUserStreamAsync(current, Token)));
    }

    [Fact]
    public async Task A_response_to_an_extension_may_have_no_key()
    {
        ListenKey key = await StartAsync();
        _venue.Exchange.Faults.Next(Fault.Respond(200, "{}", executed: true));

        Assert.True(await _venue.Time.RunAsync(_venue.Client.ExtendUserStreamAsync(key, Token)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"listenKey":""}""")]
    [InlineData("""{"listenKey":12}""")]
    [InlineData("""{"listenKey":"a&streams=b"}""")]
    public async Task A_response_without_a_key_starts_no_stream(string body)
    {
        _venue.Exchange.Faults.Next(50, Fault.Respond(200, body, executed: true));

        BinanceApiException failure = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Time.RunAsync(_venue.Client.StartUserStreamAsync(Token)));
        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    [Fact]
    public async Task A_lost_response_is_requested_again()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        Assert.Equal(64, (await StartAsync()).Value.Length);
    }

    [Fact]
    public async Task A_rejected_API_key_is_reported()
    {
        _venue.Exchange.AddAccount();
        _venue.Account.AddKey();
        _venue.Account.RevokeKey(_venue.Account.ApiKey);

        BinanceApiException failure = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Time.RunAsync(_venue.Client.StartUserStreamAsync(Token)));
        Assert.Equal(BinanceErrorCodes.RejectedApiKey, failure.ErrorCode);
    }

    [Fact]
    public async Task The_text_of_a_key_is_not_shown()
    {
        ListenKey key = await StartAsync();

        Assert.Equal("Listen key of fapi.binance.com", key.ToString());
        Assert.Equal("https://fapi.binance.com/fapi/v1/listenKey", key.Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    public void A_text_that_is_no_key_is_refused(string value)
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(() => new ListenKey(value, new Uri("https://fapi.binance.com/")));
        Assert.Equal("value", failure.ParamName);
        Assert.Throws<ArgumentException>(() => new ListenKey("key", new Uri("/fapi", UriKind.Relative)));
    }

    public void Dispose() => _venue.Dispose();

    private Task<ListenKey> StartAsync() => _venue.Time.RunAsync(_venue.Client.StartUserStreamAsync(Token));
}

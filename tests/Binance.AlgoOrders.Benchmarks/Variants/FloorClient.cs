namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What the framework costs by itself: a request to a ready-made URL whose answer is read into nothing. No timeout, no result.</summary>
internal sealed class FloorClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _url;
    private readonly Version _version;

    public FloorClient(Venue venue)
    {
        _http = new HttpClient(venue.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Add(Account.ApiKeyHeader, Account.ApiKey);
        _url = Account.SignedUrl(venue.Address);
        _version = venue.HttpVersion;
    }

    public async Task CancelAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, _url) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.Content.CopyToAsync(Stream.Null);
    }

    public void Dispose() => _http.Dispose();
}

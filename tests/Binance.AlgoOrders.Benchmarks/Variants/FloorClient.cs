namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures the framework: an <see cref="HttpClient"/> with its defaults, a prepared URL, and a response that is read and discarded.</summary>
internal sealed class FloorClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _url;
    private readonly Version _version;

    public FloorClient(Venue venue)
    {
        _http = new HttpClient(venue.CreateHandler());
        _http.DefaultRequestHeaders.Add(Account.ApiKeyHeader, Account.ApiKey);
        _url = Account.SignedUrl(venue.Address);
        _version = venue.HttpVersion;
    }

    public async Task CancelAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, _url) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using HttpResponseMessage response = await _http.SendAsync(request);
        await response.Content.CopyToAsync(Stream.Null);
    }

    public void Dispose() => _http.Dispose();
}

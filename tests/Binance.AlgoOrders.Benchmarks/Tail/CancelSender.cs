using System.Net;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Sends signed cancels without the product.</summary>
internal sealed class CancelSender(SimulatedNetwork network) : IDisposable
{
    private readonly HttpClient _http = new(network) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly MinimalSigning _signing = new(network.ToVenue().Address);

    /// <summary>Sends one cancel. The error -2011 counts as success, because an earlier request may have canceled the order.</summary>
    /// <exception cref="HttpRequestException">The exchange rejected the request for another reason.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the response.</exception>
    public async Task SendAsync(long algoId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, _signing.SignedUrl(algoId));
        request.Headers.TryAddWithoutValidation(Account.ApiKeyHeader, Account.ApiKey);
        using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.BadRequest || !body.Contains("-2011", StringComparison.Ordinal))
        {
            response.EnsureSuccessStatusCode();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _signing.Dispose();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A handwritten client in the usual style.</summary>
internal sealed class NaiveClient(Venue venue) : IDisposable
{
    private readonly HttpClient _http = new(venue.CreateHandler());
    private readonly string _address = venue.Address.GetLeftPart(UriPartial.Authority);

    public async Task<Acknowledged> CancelAsync()
    {
        string query = "algoId=" + Account.AlgoId + "&recvWindow=5000&timestamp=" + TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Account.SecretKey), Encoding.UTF8.GetBytes(query));
        string url = _address + Account.Path + "?" + query + "&signature=" + Convert.ToHexStringLower(mac);
        using var request = new HttpRequestMessage(HttpMethod.Delete, url);
        request.Headers.Add(Account.ApiKeyHeader, Account.ApiKey);

        using HttpResponseMessage response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new Acknowledged(
            body.RootElement.GetProperty("algoId").GetInt64(),
            body.RootElement.GetProperty("clientAlgoId").GetString()!,
            body.RootElement.GetProperty("code").GetString()!,
            body.RootElement.GetProperty("msg").GetString()!);
    }

    public void Dispose() => _http.Dispose();
}

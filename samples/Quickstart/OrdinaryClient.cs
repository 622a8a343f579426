using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels with one signed request and reports success or error, like a client that trusts every response. For comparison only.</summary>
internal static class OrdinaryClient
{
    public static async Task<string> CancelAsync(SimulatedAccount account, Uri address, long algoId, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        string query = string.Create(CultureInfo.InvariantCulture, $"algoId={algoId}&timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.SecretKey), Encoding.UTF8.GetBytes(query));
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"fapi/v1/algoOrder?{query}&signature={Convert.ToHexStringLower(mac)}");
        request.Headers.Add("X-MBX-APIKEY", account.ApiKey);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? "success" : $"error: {body}";
        }
        catch (HttpRequestException lost)
        {
            return $"error: {lost.Message}";
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A made-up account with one order.</summary>
internal static class Account
{
    public const string ApiKeyHeader = "X-MBX-APIKEY";
    public const string ApiKey = "benchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmark1";
    public const string SecretKey = "benchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmark2";
    public const string Path = "/fapi/v1/algoOrder";
    public const long AlgoId = 2000000183677643;

    /// <summary>The signed payload of a cancel. Its timestamp is as long as every current one.</summary>
    public const string Payload = "algoId=2000000183677643&recvWindow=5000&timestamp=1591702613943";

    /// <summary>Creates the signed URL of a cancel.</summary>
    public static Uri SignedUrl(Uri address)
    {
        byte[] mac = HMACSHA256.HashData(Encoding.ASCII.GetBytes(SecretKey), Encoding.ASCII.GetBytes(Payload));
        return new Uri(address, $"{Path}?{Payload}&signature={Convert.ToHexStringLower(mac)}");
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates the signed URL of a cancel with one keyed hash, one buffer on the stack and one string.</summary>
internal sealed class MinimalSigning(Uri address) : IDisposable
{
    private const int MaxUrlBytes = 512;

    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(Account.SecretKey));
    private readonly byte[] _prefix = Encoding.ASCII.GetBytes(address.GetLeftPart(UriPartial.Authority) + Account.Path + "?");

    public Uri SignedUrl() => SignedUrl(Account.AlgoId);

    public Uri SignedUrl(long algoId)
    {
        Span<byte> url = stackalloc byte[MaxUrlBytes];
        _prefix.CopyTo(url);
        Span<byte> query = url[_prefix.Length..];
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Utf8.TryWrite(query, CultureInfo.InvariantCulture, $"algoId={algoId}&recvWindow=5000&timestamp={now}", out int length);

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        lock (_hmac)
        {
            _hmac.AppendData(query[..length]);
            _hmac.GetHashAndReset(mac);
        }

        ReadOnlySpan<byte> name = "&signature="u8;
        name.CopyTo(query[length..]);
        Convert.TryToHexStringLower(mac, query[(length + name.Length)..], out int digits);
        return new Uri(
            Encoding.ASCII.GetString(url[..(_prefix.Length + length + name.Length + digits)]),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    public void Dispose() => _hmac.Dispose();
}

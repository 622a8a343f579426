using System.Security.Cryptography;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The framework's handler with nothing switched on that a cancel does not need; the same for every variant.</summary>
internal static class BareHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    };

    /// <summary>One that trusts the certificate with this SHA-256 hash, and no other.</summary>
    public static SocketsHttpHandler Trusting(string certificateHash)
    {
        SocketsHttpHandler handler = Create();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString(HashAlgorithmName.SHA256) == certificateHash;
        return handler;
    }
}

using System.Security.Cryptography;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates the framework's handler without the features that a cancel does not need. All variants use it.</summary>
internal static class BareHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    };

    /// <summary>Creates a handler that trusts only the certificate with the given SHA-256 hash.</summary>
    public static SocketsHttpHandler Trusting(string certificateHash)
    {
        SocketsHttpHandler handler = Create();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString(HashAlgorithmName.SHA256) == certificateHash;
        return handler;
    }
}

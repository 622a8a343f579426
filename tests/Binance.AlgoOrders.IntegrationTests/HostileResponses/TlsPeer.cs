using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>A peer that responds to the first message of a TLS handshake with these bytes and then stalls. When it responds properly, it serves HTTP over TLS.</summary>
internal sealed class TlsPeer(byte[] response) : LoopbackPeer
{
    private readonly X509Certificate2 _certificate = CreateCertificate();

    public override Uri BaseAddress => new($"https://127.0.0.1:{Port}/");

    /// <summary>The options with which a client trusts this peer only.</summary>
    public SslClientAuthenticationOptions Trust => new()
    {
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _certificate },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    protected override async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        if (!RespondsProperly)
        {
            byte[] buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, stop) > 0)
            {
                await stream.WriteAsync(response, stop);
            }

            throw new EndOfStreamException();
        }

        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
        while (true)
        {
            string head = await HttpHead.ReadAsync(secure, stop);
            Record(head);
            await secure.WriteAsync(ProperResponse.To(head), stop);
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("exchange.test");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Answers the first message of a TLS handshake with these bytes and then nothing more; when it behaves, it speaks HTTP over TLS.</summary>
internal sealed class TlsPeer(byte[] answer) : LoopbackPeer
{
    private readonly X509Certificate2 _certificate = MakeCertificate();

    public override Uri BaseAddress => new($"https://127.0.0.1:{Port}/");

    /// <summary>What a client needs to trust this peer, and nobody else.</summary>
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
        if (!Behaves)
        {
            byte[] buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, stop) > 0)
            {
                await stream.WriteAsync(answer, stop);
            }

            throw new EndOfStreamException();
        }

        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
        while (true)
        {
            string head = await HttpHead.ReadAsync(secure, stop);
            Note(head);
            await secure.WriteAsync(ProperAnswer.To(head), stop);
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

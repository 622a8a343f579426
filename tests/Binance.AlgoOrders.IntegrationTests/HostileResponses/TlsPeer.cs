using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>A peer that responds to the first message of a TLS handshake with these bytes and then stalls. When it responds properly, it serves HTTP over TLS.</summary>
internal sealed class TlsPeer(byte[] response) : LoopbackPeer
{
    private readonly X509Certificate2 _certificate = PeerCertificate.Create();

    public override Uri BaseAddress => new($"https://127.0.0.1:{Port}/");

    /// <summary>The options with which a client trusts this peer only.</summary>
    public SslClientAuthenticationOptions Trust => PeerCertificate.Trust(_certificate);

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
}

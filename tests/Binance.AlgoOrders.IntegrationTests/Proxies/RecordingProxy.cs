using System.Net.Sockets;
using System.Text;
using Binance.AlgoOrders.IntegrationTests.HostileResponses;

namespace Binance.AlgoOrders.IntegrationTests.Proxies;

/// <summary>
/// A proxy on loopback that records every head. Each tunnel that is opened with these credentials leads to the port, whatever its name is. Everything
/// else is refused.
/// </summary>
internal sealed class RecordingProxy(int port = 0, string? credentials = null) : LoopbackPeer
{
    public int Address => Port;

    protected override async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        while (true)
        {
            string head = await HttpHead.ReadAsync(stream, stop);
            Record(head);
            if (!head.StartsWith("CONNECT ", StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
            }
            else if (credentials is not null && !head.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}\r\n", StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
            }
            else
            {
                await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop);
                await TunnelAsync(stream, stop);
                return;
            }
        }
    }

    private async Task TunnelAsync(Stream client, CancellationToken stop)
    {
        using var target = new TcpClient();
        await target.ConnectAsync("127.0.0.1", port, stop);
        NetworkStream server = target.GetStream();
        await Task.WhenAny(client.CopyToAsync(server, stop), server.CopyToAsync(client, stop));
    }
}

using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>A WebSocket server on a loopback socket, for one connection.</summary>
internal sealed class WebSocketPeer : IAsyncDisposable
{
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<(NetworkStream Stream, string Request)> _accepted;
    private TcpClient? _client;

    public WebSocketPeer()
    {
        _listener.Start();
        Address = new Uri($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/private/ws?listenKey=the-listen-key");
        _accepted = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The request of the handshake, once it has arrived.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Completes the handshake.</summary>
    public async Task<WebSocket> OpenAsync()
    {
        return WebSocket.CreateFromStream(await OpenRawAsync(), new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
    }

    /// <summary>Completes the handshake, and returns the bytes instead of frames.</summary>
    public Task<NetworkStream> OpenRawAsync() =>
        RespondAsync(key => $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {key}\r\n\r\n");

    /// <summary>Responds to the handshake with something else.</summary>
    public Task RefuseAsync(string response) => RespondAsync(_ => response);

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<NetworkStream> RespondAsync(Func<string, string> respond)
    {
        (NetworkStream stream, Request) = await _accepted;
        string key = Request.Split("Sec-WebSocket-Key: ")[1].Split("\r\n")[0];
#pragma warning disable CA5350 // The protocol demands SHA-1.
        string accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes(respond(accept)), TestContext.Current.CancellationToken);
        return stream;
    }

    private async Task<(NetworkStream Stream, string Request)> AcceptAsync()
    {
        _client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        NetworkStream stream = _client.GetStream();
        var request = new StringBuilder();
        byte[] buffer = new byte[1];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
            request.Append((char)buffer[0]);
        }

        return (stream, request.ToString());
    }
}

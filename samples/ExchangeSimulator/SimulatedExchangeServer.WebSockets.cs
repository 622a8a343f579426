using System.Net.WebSockets;
using System.Text;
using Binance.AlgoOrders.Testing;
using Microsoft.AspNetCore.Http;

namespace Binance.AlgoOrders.Samples;

// The WebSocket connections: user data streams and the WebSocket API.
public sealed partial class SimulatedExchangeServer
{
    private const int MaxRequestBytes = 64 * 1024;

    private static readonly TimeSpan PingInterval = TimeSpan.FromMinutes(3);

    private static async Task ServeAsync(HttpContext http, SimulatedWebSocket socket, CancellationToken ended)
    {
        try
        {
            using WebSocket client = await http.WebSockets.AcceptWebSocketAsync();
            await Task.WhenAll(ReceiveAsync(client, socket, ended), SendAsync(http, client, socket, ended));
        }
        catch (WebSocketException)
        {
            // The client has disconnected.
        }
        finally
        {
            socket.Close();
        }
    }

    private static async Task SendAsync(HttpContext http, WebSocket client, SimulatedWebSocket socket, CancellationToken ended)
    {
        await foreach (SimulatedWebSocketMessage message in socket.ReadAllAsync(ended))
        {
            if (message.Kind == SimulatedWebSocketMessageKind.Text)
            {
                await client.SendAsync(Encoding.UTF8.GetBytes(message.Text), WebSocketMessageType.Text, endOfMessage: true, ended);
            }
            else if (message.Kind == SimulatedWebSocketMessageKind.Ping)
            {
                // Kestrel sends pings of its own and does not show the pongs.
                socket.SendPong(message.Text);
            }
        }

        if (socket.State == SimulatedWebSocketState.Dropped)
        {
            http.Abort();
        }
        else
        {
            await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, ended);
        }
    }

    private static async Task ReceiveAsync(WebSocket client, SimulatedWebSocket socket, CancellationToken ended)
    {
        byte[] buffer = new byte[MaxRequestBytes];
        try
        {
            int length = 0;
            while (await client.ReceiveAsync(buffer.AsMemory(length), ended) is { MessageType: not WebSocketMessageType.Close } part)
            {
                length += part.Count;
                if (part.EndOfMessage)
                {
                    socket.Send(Encoding.UTF8.GetString(buffer, 0, length));
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    break;
                }
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            // The connection has ended.
        }
        finally
        {
            socket.Close();
        }
    }
}

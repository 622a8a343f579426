using System.Globalization;
using System.Net.WebSockets;

namespace Binance.AlgoOrders.Streams.Internal.Connection;

/// <summary>Opens connections over sockets.</summary>
internal sealed class WebSocketConnector(TimeProvider timeProvider) : IStreamConnector
{
    public async Task<IStreamConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        MonitoredStream? bytes = null;
        var handler = new SocketsHttpHandler
        {
            // The listen key must go neither to another host nor, in the address, into a trace.
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            UseCookies = false,
            UseProxy = address.Scheme == Uri.UriSchemeWss,
            PlaintextStreamFilter = (context, _) =>
            {
                // Through a proxy there are several streams, of which the last one is the innermost.
                bytes = new MonitoredStream(context.PlaintextStream, timeProvider);
                return ValueTask.FromResult<Stream>(bytes);
            },
        };
        var invoker = new HttpMessageInvoker(new QueryHandler(address, handler), disposeHandler: true);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new Uri(address.GetLeftPart(UriPartial.Path)), invoker, cancellationToken).ConfigureAwait(false);
            return new WebSocketConnection(socket, invoker, bytes!);
        }
        catch (Exception failure)
        {
            int statusCode = (int)socket.HttpStatusCode;
            socket.Dispose();
            invoker.Dispose();
            if (failure is WebSocketException or HttpRequestException)
            {
                throw CreateFailure(failure, statusCode);
            }

            throw;
        }
    }

    // The messages of the framework are left out, because they may quote the response of the peer.
    private static IOException CreateFailure(Exception failure, int statusCode)
    {
        HttpRequestException? http = failure as HttpRequestException ?? failure.InnerException as HttpRequestException;
        string cause = statusCode == 0 ? $"{http?.HttpRequestError}" : string.Create(CultureInfo.InvariantCulture, $"HTTP {statusCode}");
        return new IOException($"The WebSocket was not opened ({cause}).");
    }

    // The event source of the framework shows the address above this handler, which therefore adds the listen key.
    private sealed class QueryHandler(Uri address, HttpMessageHandler sender) : DelegatingHandler(sender)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Binance.AlgoOrders.Testing.Internal.Processing;
using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Time;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.WebSockets;

/// <summary>The connections of the WebSocket API. A text is a request, and each request gets one response on the same connection.</summary>
internal sealed class WebSocketApi(ExchangeClock clock, RequestDispatcher dispatcher, int? maxUnreadMessages) : IWebSocketOwner
{
    private const int HandshakeWeight = 5;

    private readonly ConcurrentDictionary<SimulatedWebSocket, WebSocketSession> _sessions = new();

    public int WeightLimit
    {
        get => dispatcher.WeightLimit;
        set => dispatcher.WeightLimit = value;
    }

    public int UsedWeight => dispatcher.UsedWeight;

    public IReadOnlyList<SimulatedWebSocket> Connections => [.. _sessions.Keys];

    /// <summary>Opens a connection, or returns null if the target is not the WebSocket API or there is no weight left for a handshake.</summary>
    public SimulatedWebSocket? Connect(string target)
    {
        if (target.Split('?')[0] != SimulatedWireNames.WebSocketApiPath || !dispatcher.TryCount(HandshakeWeight))
        {
            return null;
        }

        var socket = new SimulatedWebSocket(target, clock, this, maxUnreadMessages);
        _sessions.TryAdd(socket, new WebSocketSession(socket.ConnectedAt));
        return socket;
    }

    public void Receive(SimulatedWebSocket socket, string text)
    {
        if (_sessions.TryGetValue(socket, out WebSocketSession? session))
        {
            Task responding = RespondAsync(socket, session, text);
            if (responding.Exception?.InnerException is { } failure)
            {
                // Code of the test that a fault ran.
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    public void Remove(SimulatedWebSocket socket) => _sessions.TryRemove(socket, out _);

    private async Task RespondAsync(SimulatedWebSocket socket, WebSocketSession session, string text)
    {
        var request = ApiRequest.Parse(text);
        SimulatedResponse response;
        if (request.Error is { } error)
        {
            response = dispatcher.Respond(error.StatusCode, ResponseJson.Message(error.ErrorCode, error.Message));
        }
        else
        {
            response = await dispatcher.Receive(request.ToRequest(session)).ConfigureAwait(false);
        }

        switch (response.Connection)
        {
            case ConnectionOutcome.Intact:
                socket.Deliver(ApiResponse.Text(request.IdJson, response, WeightLimit));
                break;
            case ConnectionOutcome.Closed:
                socket.Close();
                break;
            default:
                socket.Drop();
                break;
        }
    }
}

using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>A <see cref="TestExchange"/> with helpers for its WebSocket connections.</summary>
internal sealed class PushExchange(SimulatedExchangeOptions? options = null)
{
    public const string AllEvents = "ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/listenKeyExpired";

    public static readonly TimeSpan PingInterval = TimeSpan.FromMinutes(3);

    private const string ListenKeyPath = "/fapi/v1/listenKey";

    public TestExchange Test { get; } = new(options: options);

    public SimulatedExchange Exchange => Test.Exchange;

    public SimulatedAccount Account => Test.Account;

    public ManualTimeProvider Clock => Test.Clock;

    public Task<SimulatedResponse> SendKeyAsync(string method, string query = "", string? apiKey = "the-key") =>
        Test.SendRawAsync(method, $"{ListenKeyPath}{query}", apiKey);

    public async Task<string> StartKeyAsync()
    {
        SimulatedResponse response = await SendKeyAsync("POST");
        Assert.Equal(200, response.StatusCode);
        using JsonDocument json = JsonDocument.Parse(response.Body);
        return json.RootElement.GetProperty("listenKey").GetString()!;
    }

    public async Task<SimulatedWebSocket> ConnectAsync(string events = AllEvents)
    {
        SimulatedWebSocket? socket = Exchange.ConnectWebSocket($"/private/ws?listenKey={await StartKeyAsync()}&events={events}");
        Assert.NotNull(socket);
        return socket;
    }

    public SimulatedWebSocket ConnectApi()
    {
        SimulatedWebSocket? socket = Exchange.ConnectWebSocket("/ws-fapi/v1");
        Assert.NotNull(socket);
        return socket;
    }

    /// <summary>Returns the texts that have been delivered.</summary>
    public static IReadOnlyList<string> Texts(SimulatedWebSocket socket) =>
        [.. Messages(socket).Where(message => message.Kind == SimulatedWebSocketMessageKind.Text).Select(message => message.Text)];

    /// <summary>Lets time pass, replies to the pings, and returns the texts that have been delivered.</summary>
    public IReadOnlyList<string> TextsAfter(SimulatedWebSocket socket, TimeSpan time)
    {
        List<string> texts = [];
        for (TimeSpan end = time; end > TimeSpan.Zero; end -= PingInterval)
        {
            Clock.Advance(TimeSpan.FromTicks(Math.Min(end.Ticks, PingInterval.Ticks)));
            foreach (SimulatedWebSocketMessage message in Messages(socket))
            {
                if (message.Kind == SimulatedWebSocketMessageKind.Text)
                {
                    texts.Add(message.Text);
                }
                else
                {
                    socket.SendPong(message.Text);
                }
            }
        }

        return texts;
    }

    public static IReadOnlyList<SimulatedWebSocketMessage> Messages(SimulatedWebSocket socket)
    {
        List<SimulatedWebSocketMessage> messages = [];
        while (socket.TryRead() is { } message)
        {
            messages.Add(message);
        }

        return messages;
    }

    /// <summary>Returns the client ids and the statuses of the order events that have been delivered.</summary>
    public static IReadOnlyList<string> Updates(SimulatedWebSocket socket) => [.. Texts(socket).Select(text =>
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement order = json.RootElement.GetProperty("o");
        return $"{order.GetProperty("caid").GetString()} {order.GetProperty("X").GetString()}";
    })];
}

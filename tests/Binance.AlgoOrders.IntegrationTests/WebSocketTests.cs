using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>Tests the WebSocket connections of the simulated exchange over real sockets.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private const string Events = "ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/listenKeyExpired";

    private readonly SimulatedExchange _exchange = new();
    private readonly SimulatedAccount _account;
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _socket = new();
    private SimulatedExchangeServer? _server;

    public WebSocketTests()
    {
        _account = _exchange.AddAccount("the-key", "the-secret");
        _http.DefaultRequestHeaders.Add("X-MBX-APIKEY", _account.ApiKey);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Address => _server!.BaseAddress;

    public async ValueTask InitializeAsync() => _server = await SimulatedExchangeServer.StartAsync(_exchange, cancellationToken: Stop);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _http.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task An_order_that_is_placed_over_HTTP_arrives_on_the_user_data_stream()
    {
        await ConnectAsync($"private/ws?listenKey={await StartKeyAsync()}&events={Events}");
        var options = new AlgoOrderClientOptions { ApiKey = _account.ApiKey, SecretKey = _account.SecretKey, BaseAddress = Address };
        using var client = AlgoOrderClient.Create(options);

        await client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), triggerPrice: 50_000m), Stop);

        using JsonDocument json = await ReceiveAsync();
        Assert.Equal("ALGO_UPDATE", json.RootElement.GetProperty("e").GetString());
        Assert.Equal(Assert.Single(_account.LiveOrders).AlgoId, json.RootElement.GetProperty("o").GetProperty("aid").GetInt64());
    }

    [Fact]
    public async Task An_order_is_canceled_over_the_WebSocket_API()
    {
        SimulatedOrder order = _account.Place();
        await ConnectAsync("ws-fapi/v1");

        await SendAsync(CancelOf(order));

        using JsonDocument json = await ReceiveAsync();
        Assert.Equal(("the-id", 200), (json.RootElement.GetProperty("id").GetString(), json.RootElement.GetProperty("status").GetInt32()));
        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public async Task A_connection_whose_response_is_lost_is_dropped()
    {
        SimulatedOrder order = _account.Place();
        _exchange.Faults.Next(Fault.ExecuteThenDrop);
        await ConnectAsync("ws-fapi/v1");
        await SendAsync(CancelOf(order));

        await Assert.ThrowsAsync<WebSocketException>(() => _socket.ReceiveAsync(new byte[100], Stop));
        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public async Task A_connection_is_closed_in_good_order_by_either_side()
    {
        await ConnectAsync("ws-fapi/v1");
        _exchange.WebSockets[0].Close();
        WebSocketReceiveResult result = await _socket.ReceiveAsync(new byte[100], Stop);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, result.CloseStatus);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, Stop);

        using var second = new ClientWebSocket();
        await second.ConnectAsync(AddressOf("ws-fapi/v1"), Stop);
        await second.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, Stop);
        Assert.Equal(WebSocketState.Closed, second.State);
    }

    [Theory]
    [InlineData("private/ws?listenKey=unknown&events=ALGO_UPDATE")]
    [InlineData("elsewhere")]
    public async Task An_unknown_key_or_path_is_refused(string target) =>
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(target));

    private static string CancelParameters(SimulatedOrder order, long time) =>
        string.Create(CultureInfo.InvariantCulture, $"algoId={order.AlgoId}&apiKey=the-key&timestamp={time}");

    private string CancelOf(SimulatedOrder order)
    {
        long time = _exchange.Now.ToUnixTimeMilliseconds();
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_account.SecretKey), Encoding.UTF8.GetBytes(CancelParameters(order, time)));
        return $$$"""
            {"id":"the-id","method":"algoOrder.cancel","params":{"algoId":{{{order.AlgoId}}},"apiKey":"the-key","timestamp":{{{time}}},"signature":"{{{Convert.ToHexString(mac)}}}"}}
            """;
    }

    private async Task<string> StartKeyAsync()
    {
        using HttpResponseMessage response = await _http.PostAsync(new Uri(Address, "fapi/v1/listenKey"), content: null, Stop);
        JsonElement json = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return json.GetProperty("listenKey").GetString()!;
    }

    private Uri AddressOf(string target) => new($"ws://{Address.Authority}/{target}");

    private Task ConnectAsync(string target) => _socket.ConnectAsync(AddressOf(target), Stop);

    private Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Stop);

    private async Task<JsonDocument> ReceiveAsync()
    {
        byte[] buffer = new byte[4096];
        WebSocketReceiveResult result = await _socket.ReceiveAsync(buffer, Stop);
        Assert.True(result.EndOfMessage);
        return JsonDocument.Parse(buffer.AsMemory(0, result.Count));
    }
}

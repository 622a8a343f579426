using System.Net;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>A simulator with its page, and an HTTP client.</summary>
internal sealed class PageVenue : IAsyncDisposable
{
    private readonly SimulatedExchangeServer _server;

    private PageVenue(SimulatedExchange exchange, SimulatedAccount account, SimulatedExchangeServer server)
    {
        Exchange = exchange;
        Account = account;
        _server = server;
        Http = new HttpClient { BaseAddress = server.BaseAddress };
    }

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public Uri Address => _server.BaseAddress;

    public HttpClient Http { get; }

    public static async Task<PageVenue> OpenAsync(TimeProvider? time = null)
    {
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        return new PageVenue(exchange, account, await SimulatedExchangeServer.StartAsync(
            exchange, new SimulatorPage(exchange, account).ServeAsync, cancellationToken: TestContext.Current.CancellationToken));
    }

    public AlgoOrderClient CreateClient(string? secretKey = null) => AlgoOrderClient.Create(new AlgoOrderClientOptions
    {
        ApiKey = Account.ApiKey,
        SecretKey = secretKey ?? Account.SecretKey,
        BaseAddress = Address,
        MaxRetryAttempts = 0,
    });

    public async Task<HttpStatusCode> CommandAsync(
        string path, string json, string method = "POST", string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(json, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        if (contentType is not null)
        {
            request.Content.Headers.Add("Content-Type", contentType);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async Task<JsonElement> ReadAsync(string path)
    {
        using JsonDocument json = JsonDocument.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}

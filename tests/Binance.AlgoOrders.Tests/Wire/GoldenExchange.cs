using System.Net;
using System.Text;
using System.Text.Json;

namespace Binance.AlgoOrders.Tests.Wire;

/// <summary>An exchange from a file: the call, the expected request, the response, and the expected result.</summary>
internal sealed class GoldenExchange : IDisposable
{
    public const string ApiKey = "the-api-key-of-these-exchanges";
    public const string SecretKey = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1591702613943);

    private readonly JsonDocument _file;

    private GoldenExchange(JsonDocument file) => _file = file;

    public JsonElement Call => _file.RootElement.GetProperty("call");

    public JsonElement Request => _file.RootElement.GetProperty("request");

    public JsonElement Response => _file.RootElement.GetProperty("response");

    public JsonElement Expect => _file.RootElement.GetProperty("expect");

    public static TheoryData<string> Names(string folder, string prefix) => new(Directory
        .EnumerateFiles(FolderOf(folder), prefix + "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal));

    public static GoldenExchange Load(string folder, string name) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderOf(folder), name + ".json"))));

    public HttpResponseMessage Answer() => new((HttpStatusCode)Response.GetProperty("status").GetInt32())
    {
        Content = new StringContent(Response.GetProperty("body").GetString()!, Encoding.UTF8, Response.GetProperty("contentType").GetString()!),
    };

    /// <summary>Asserts that exactly one request was sent, as in the file.</summary>
    public void AssertSent(PrimaryHandlerStub network)
    {
        SentRequest sent = Assert.Single(network.Sent);
        Assert.Equal(Request.GetProperty("method").GetString(), sent.Method.Method);
        Assert.Equal(Request.GetProperty("path").GetString(), sent.Path);
        Assert.Equal(Request.GetProperty("query").GetString(), sent.Query);
        Assert.Equal(
            Request.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
            sent.Headers);
        Assert.Empty(sent.Body);
    }

    /// <summary>Asserts kind, execution, status and code of the exception, as in the file.</summary>
    public void AssertExpected(BinanceApiException exception)
    {
        Assert.Equal(Expect.GetProperty("exception").GetString(), exception.GetType().Name);
        Assert.Equal(Expect.GetProperty("execution").GetString(), exception.Execution.ToString());
        Assert.Equal(Response.GetProperty("status").GetInt32(), (int)exception.StatusCode);
        Assert.Equal(Expect.TryGetProperty("errorCode", out JsonElement code) ? code.GetInt32() : null, exception.ErrorCode);
    }

    public void Dispose() => _file.Dispose();

    private static string FolderOf(string folder) => Path.Combine(AppContext.BaseDirectory, folder, "Exchanges");
}

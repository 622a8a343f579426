using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Answers as they are on the wire.</summary>
internal static class Raw
{
    public const string Acknowledgement = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";

    /// <summary>A byte for every character: what a test writes as \u00FF goes out as FF.</summary>
    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Json(string body, string status = "200 OK") => Body(Text(body), status, "Content-Type: application/json\r\n");

    public static byte[] Body(byte[] body, string status, string headers) =>
        [.. Text(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n")), .. body];
}

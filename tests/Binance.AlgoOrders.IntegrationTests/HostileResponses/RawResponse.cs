using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Creates responses as they are on the wire.</summary>
internal static class RawResponse
{
    public const string Acknowledgement = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";

    /// <summary>Encodes every character as one byte, such as \u00FF as FF.</summary>
    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Json(string body, string status = "200 OK") => Body(Text(body), status, "Content-Type: application/json\r\n");

    public static byte[] Body(byte[] body, string status, string headers) =>
        [.. Text(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n")), .. body];
}

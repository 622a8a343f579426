using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Responses that differ from a valid acknowledgement or error in their bytes.</summary>
internal static class HostileBytes
{
    private static readonly string Deep = new('[', 100_000);
    private static readonly string DeepObjects = string.Concat(Enumerable.Repeat("""{"a":""", 100_000));

    /// <summary>Bodies of a response with status 200 that do not acknowledge order 2146760.</summary>
    public static readonly IReadOnlyDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["100,000 nested arrays"] = Deep,
        ["100,000 nested objects"] = DeepObjects,
        ["an acknowledgement around 100,000 arrays"] = With("\"extra\":" + Deep + new string(']', 100_000)),
        ["two ids"] = """{"algoId":2146761,"algoId":2146760,"code":"200"}""",
        ["two codes"] = """{"algoId":2146760,"code":"-2011","code":"200"}""",
        ["two states"] = """{"algoId":2146760,"algoStatus":"NEW","algoStatus":"CANCELED"}""",
        ["invalid UTF-8 as message"] = """{"algoId":2146760,"code":"200","msg":"ÿþ"}""",
        ["invalid UTF-8 as client id"] = """{"algoId":2146760,"clientAlgoId":"À¯","code":"200"}""",
        ["half a surrogate pair as message"] = """{"algoId":2146760,"code":"200","msg":"\uD800"}""",
        ["a trailing zero byte"] = RawResponse.Acknowledgement + "\0",
        ["an id beyond Int64"] = """{"algoId":9223372036854775808,"code":"200"}""",
        ["an id of 10,000 digits"] = $$"""{"algoId":{{new string('9', 10_000)}},"code":"200"}""",
        ["the id modulo 2^64"] = """{"algoId":18446744073711698376,"code":"200"}""",
        ["the id below zero"] = """{"algoId":-2146760,"code":"200"}""",
        ["the id with a fraction"] = """{"algoId":2146760.0,"code":"200"}""",
        ["the id with an exponent"] = """{"algoId":214676e1,"code":"200"}""",
        ["an id as float"] = """{"algoId":2e15,"code":"200"}""",
        ["an id of 1e400"] = """{"algoId":1e400,"code":"200"}""",
        ["the id in hexadecimal"] = """{"algoId":0x20C1C8,"code":"200"}""",
        ["the id with a leading zero"] = """{"algoId":02146760,"code":"200"}""",
        ["NaN as id"] = """{"algoId":NaN,"code":"200"}""",
        ["NaN as text"] = """{"algoId":"NaN","code":"200"}""",
        ["infinity as id"] = """{"algoId":-Infinity,"code":"200"}""",
        ["null as id"] = """{"algoId":null,"code":"200"}""",
        ["the id in a list"] = """{"algoId":[2146760],"code":"200"}""",
        ["a code with a fraction"] = """{"algoId":2146760,"code":200.0}""",
        ["a code with an exponent"] = """{"algoId":2146760,"code":2e2}""",
        ["null as code"] = """{"algoId":2146760,"code":null}""",
        ["names in upper case"] = """{"ALGOID":2146760,"CODE":"200"}""",
        ["null"] = "null",
        ["a number"] = "200",
        ["a text"] = "\"success\"",
        ["a list"] = $"[{RawResponse.Acknowledgement}]",
        ["two acknowledgements"] = RawResponse.Acknowledgement + RawResponse.Acknowledgement,
        ["a comment"] = "/* fine */" + RawResponse.Acknowledgement,
        ["a trailing comma"] = """{"algoId":2146760,"code":"200",}""",
        ["single quotes"] = "{'algoId':2146760,'code':'200'}",
        ["nothing but blanks"] = new string(' ', 10_000),
        ["zero bytes"] = new string('\0', 10_000),
    };

    /// <summary>Complete responses that leave the execution of the cancel unknown.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> Responses = new Dictionary<string, byte[]>
    {
        ["UTF-16 with its charset"] = RawResponse.Body(Encoding.Unicode.GetBytes(RawResponse.Acknowledgement), "200 OK", "Content-Type: application/json; charset=utf-16\r\n"),
        ["UTF-16 with the charset of UTF-8"] = RawResponse.Body(Encoding.Unicode.GetBytes(RawResponse.Acknowledgement), "200 OK", "Content-Type: application/json; charset=utf-8\r\n"),
        ["the acknowledgement with status 400"] = RawResponse.Json(RawResponse.Acknowledgement, "400 Bad Request"),
        ["the acknowledgement with status 500"] = RawResponse.Json(RawResponse.Acknowledgement, "500 Internal Server Error"),
        ["the acknowledgement with status 304"] = RawResponse.Json(RawResponse.Acknowledgement, "304 Not Modified"),
        ["the acknowledgement with status 999"] = RawResponse.Json(RawResponse.Acknowledgement, "999 Fine"),
        ["the acknowledgement with status 204"] = RawResponse.Text("HTTP/1.1 204 No Content\r\n\r\n" + RawResponse.Acknowledgement),
        ["an error of two codes"] = RawResponse.Json("""{"code":-1007,"code":-2011,"msg":"Unknown order sent."}""", "400 Bad Request"),
        ["an error code beyond Int32"] = RawResponse.Json("""{"code":-4294969307,"msg":"Unknown order sent."}""", "400 Bad Request"),
        ["an error code with a fraction"] = RawResponse.Json("""{"code":-2011.0,"msg":"Unknown order sent."}""", "400 Bad Request"),
        ["NaN as error code"] = RawResponse.Json("""{"code":NaN,"msg":"Unknown order sent."}""", "400 Bad Request"),
        ["an error of invalid UTF-8"] = RawResponse.Json("""{"code":-2011,"msg":"ÿ"}""", "400 Bad Request"),
        ["an error 100,000 deep"] = RawResponse.Json(Deep, "400 Bad Request"),
    };

    private static string With(string member) => RawResponse.Acknowledgement[..^1] + "," + member + "}";
}

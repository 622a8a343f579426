namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The response of every venue: the acknowledgement that Binance documents, and a weight header.</summary>
internal static class Acknowledgement
{
    public const string ContentType = "application/json";
    public const string Text = """{"algoId":2000000183677643,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";

    /// <summary>The headers, as many as a response through Binance's content delivery network has.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("Date", "Sun, 22 Nov 2026 17:36:38 GMT"),
        ("Connection", "keep-alive"),
        ("Server", "Tengine"),
        ("X-MBX-USED-WEIGHT-1M", "7"),
        ("X-Response-Time", "4ms"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubdomains"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Cache", "Miss"),
        ("Via", "1.1 edge.example"),
    ];

    public static byte[] Body { get; } = [.. """{"algoId":2000000183677643,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}"""u8];
}

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What every venue answers: the acknowledgement as Binance documents it, and the weight that it reports.</summary>
internal static class Acknowledgement
{
    public const string ContentType = "application/json";
    public const string WeightHeader = "X-MBX-USED-WEIGHT-1M";
    public const string Weight = "7";
    public const string Text = """{"algoId":2000000183677643,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";

    public static byte[] Body { get; } = [.. """{"algoId":2000000183677643,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}"""u8];
}

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>The proper responses, in which every order is canceled.</summary>
internal static class ProperResponse
{
    private const string Order = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","algoStatus":"CANCELED"}""";

    public static byte[] To(string head) => RawResponse.Json(To(isCancel: head.StartsWith("DELETE ", StringComparison.Ordinal)));

    public static string To(bool isCancel) => isCancel ? RawResponse.Acknowledgement : Order;
}

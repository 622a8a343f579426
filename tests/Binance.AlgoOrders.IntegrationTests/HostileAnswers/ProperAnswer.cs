namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>What a peer that behaves answers: every order is canceled.</summary>
internal static class ProperAnswer
{
    private const string Order = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","algoStatus":"CANCELED"}""";

    public static byte[] To(string head) => Raw.Json(To(isCancel: head.StartsWith("DELETE ", StringComparison.Ordinal)));

    public static string To(bool isCancel) => isCancel ? Raw.Acknowledgement : Order;
}

using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Reads the head of a request; its body is empty.</summary>
internal static class HttpHead
{
    public static async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, stop);
            head.Append(Encoding.ASCII.GetString(buffer, 0, read > 0 ? read : throw new EndOfStreamException()));
        }

        return head.ToString();
    }
}

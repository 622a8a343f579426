using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Reads the head of a request, whose body is empty.</summary>
internal static class HttpHead
{
    public static async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAtLeastAsync(buffer, minimumBytes: 1, throwOnEndOfStream: true, stop);
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}

namespace Binance.AlgoOrders.Tests.Wire;

/// <summary>A copy of a request as the primary handler got it. The client restores the message afterwards.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Address, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<SentRequest> CopyAsync(HttpRequestMessage message)
    {
        // SocketsHttpHandler writes it into the request line.
        string[] parts = message.RequestUri!.PathAndQuery.Split('?', 2);
        string body = message.Content is null ? "" : await message.Content.ReadAsStringAsync();
        var headers = message.Headers
            .Concat(message.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        if (message.Content?.Headers.ContentLength is { } length)
        {
            headers["Content-Length"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new SentRequest(message.Method, message.RequestUri, parts[0], parts.ElementAtOrDefault(1) ?? "", headers, body);
    }

    public string Parameter(string name) => Query.Split('&').Single(parameter => parameter.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}

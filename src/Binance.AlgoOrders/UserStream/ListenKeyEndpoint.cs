using System.Text.Json;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Starts, extends and ends the account's user data stream, <c>POST</c>, <c>PUT</c> and <c>DELETE /fapi/v1/listenKey</c>, weight 1 each. The API key
/// identifies the stream, so that no address contains the listen key.
/// </summary>
internal static class ListenKeyEndpoint
{
    private static readonly ApiEndpoint Start = new(HttpMethod.Post, "listenKey") { IsSigned = false, NeedsKeyOnly = true };
    private static readonly ApiEndpoint Extend = Start with { Method = HttpMethod.Put };
    private static readonly ApiEndpoint End = Start with { Method = HttpMethod.Delete };

    public static async Task<ListenKey> StartAsync(RequestPipeline pipeline, CallContext call)
    {
        Attempt attempt = await SendAsync(pipeline, call, new Request(Start, isKeyRequired: true)).ConfigureAwait(false);
        return attempt.Response is string key ? new ListenKey(key, attempt.Address) : throw attempt.ToException(call);
    }

    /// <summary>Extends the account's key.</summary>
    /// <returns>True if Binance extended this key. False if the account has no key, or another one.</returns>
    public static async Task<bool> ExtendAsync(RequestPipeline pipeline, CallContext call, ListenKey key)
    {
        Attempt attempt = await SendAsync(pipeline, call, new Request(Extend, isKeyRequired: false)).ConfigureAwait(false);
        if (attempt.IsWithoutListenKey())
        {
            return false;
        }

        // Older responses have no key.
        return attempt.Response is string extended ? extended.Length == 0 || extended == key.Value : throw attempt.ToException(call);
    }

    /// <summary>Ends the account's stream.</summary>
    /// <returns>False if the account had none.</returns>
    public static async Task<bool> EndAsync(RequestPipeline pipeline, CallContext call)
    {
        Attempt attempt = await SendAsync(pipeline, call, new Request(End, isKeyRequired: false)).ConfigureAwait(false);
        if (attempt.IsWithoutListenKey())
        {
            return false;
        }

        return attempt.Response is null ? throw attempt.ToException(call) : true;
    }

    private static async Task<Attempt> SendAsync(RequestPipeline pipeline, CallContext call, Request request) =>
        await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);

    /// <summary>A request without parameters. Its response is the key, or an empty text if it has none.</summary>
    private sealed class Request(ApiEndpoint endpoint, bool isKeyRequired) : QueryStringRequest<string>(endpoint)
    {
        protected override string? Read(ReadOnlySpan<byte> body)
        {
            var reader = new Utf8JsonReader(body);
            JsonElement root = JsonElement.ParseValue(ref reader);
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (!root.TryGetProperty("listenKey", out JsonElement member))
            {
                return isKeyRequired ? null : "";
            }

            string? key = member.ValueKind == JsonValueKind.String ? member.GetString() : null;
            return key is not null && ListenKey.IsKey(key) ? key : null;
        }
    }
}

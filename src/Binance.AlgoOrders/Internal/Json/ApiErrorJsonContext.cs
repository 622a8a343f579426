using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads the error body that every endpoint shares.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ErrorBody), TypeInfoPropertyName = "ErrorBodyInfo")]
internal sealed partial class ApiErrorJsonContext : JsonSerializerContext
{
    /// <summary>The error that a body carries; null when it carries none.</summary>
    public static ApiError? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Default.ErrorBodyInfo) is { Code: { } code } error
                ? new ApiError(code, ResponseText.Clean(error.Message ?? ""))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record ErrorBody
    {
        [JsonPropertyName("code")]
        public int? Code { get; init; }

        [JsonPropertyName("msg")]
        public string? Message { get; init; }
    }
}

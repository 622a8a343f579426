using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>The error in the body of a response: <c>{"code":-1121,"msg":"Invalid symbol."}</c>.</summary>
internal sealed record ApiError(int Code, string Message);

/// <summary>Reads the error body that all endpoints share.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ErrorBody), TypeInfoPropertyName = "ErrorBodyInfo")]
internal sealed partial class ApiErrorJsonContext : JsonSerializerContext
{
    /// <summary>Returns the error of a body, or null if the body contains none.</summary>
    public static ApiError? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            ErrorBody? error = JsonSerializer.Deserialize(body, Default.ErrorBodyInfo);
            return error?.Code is { } code ? new ApiError(code, ResponseText.Redact(error.Message ?? "")) : null;
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

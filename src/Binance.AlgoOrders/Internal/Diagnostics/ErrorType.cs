using System.Globalization;
using System.Net;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>
/// Determines the tag <c>error.type</c>: Binance's code, else the HTTP status, else a word for the failure. A peer cannot create arbitrarily many
/// values.
/// </summary>
internal static class ErrorType
{
    // Binance's codes have at most four digits. A peer that is not Binance could send a new one in every response.
    private const int MaxCode = 9999;

    /// <summary>Returns the error type of an attempt, or null if it succeeded.</summary>
    public static string? Of(Attempt attempt) => attempt.Execution switch
    {
        ExecutionStatus.Succeeded => null,
        _ => Of(attempt.Error?.Code, attempt.StatusCode, attempt.Failure),
    };

    /// <summary>Returns the error type of a failed request.</summary>
    /// <param name="code">Binance's error code, or null if the response has none.</param>
    /// <param name="statusCode">The HTTP status, or null if no response arrived.</param>
    /// <param name="failure">The exception that prevented a response, or null.</param>
    public static string Of(int? code, HttpStatusCode? statusCode, Exception? failure) => (code, statusCode, failure) switch
    {
        ({ } known, _, _) when CodeOf(known) is { } text => text,
        (_, { } status, _) when (int)status is < 200 or > 299 => ((int)status).ToString(CultureInfo.InvariantCulture),
        (_, not null, null or JsonException or InvalidOperationException) => "invalid_response",
        (_, _, null or OperationCanceledException or TimeoutException) => "timeout",
        (_, _, HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{http.HttpRequestError}"),
        _ => failure.GetType().FullName!,
    };

    /// <summary>Returns the text of a code, or null if Binance has no such code.</summary>
    public static string? CodeOf(int code) => code is >= -MaxCode and <= MaxCode ? code.ToString(CultureInfo.InvariantCulture) : null;
}

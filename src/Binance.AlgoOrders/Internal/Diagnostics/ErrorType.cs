using System.Globalization;
using System.Net;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>
/// The tag <c>error.type</c>: Binance's code, else the HTTP status, else in a word what went wrong on the way. Few values, whatever a peer
/// answers.
/// </summary>
internal static class ErrorType
{
    // Binance's codes have at most four digits. A peer that is not Binance could make up a new one for every answer.
    private const int MostOfACode = 9999;

    /// <summary>Null: it was answered.</summary>
    public static string? Of(Attempt attempt) => attempt.Verdict == AttemptVerdict.Answered
        ? null
        : Of(attempt.Error?.Code, attempt.StatusCode, attempt.Failure);

    /// <param name="code">Binance's; null: none came.</param>
    /// <param name="statusCode">The answer's; null: none came.</param>
    /// <param name="failure">What went wrong on the way, if it was an exception.</param>
    public static string Of(int? code, HttpStatusCode? statusCode, Exception? failure) => (code, statusCode, failure) switch
    {
        ({ } known, _, _) when CodeOf(known) is { } text => text,
        (_, { } status, _) when (int)status is < 200 or > 299 => ((int)status).ToString(CultureInfo.InvariantCulture),
        (_, not null, null or JsonException or InvalidOperationException) => "invalid_answer",
        (_, _, null or OperationCanceledException or TimeoutException) => "timeout",
        (_, _, HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{http.HttpRequestError}"),
        _ => failure.GetType().FullName!,
    };

    /// <summary>Null: no code that Binance could have sent.</summary>
    public static string? CodeOf(int code) => code is >= -MostOfACode and <= MostOfACode ? code.ToString(CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Converts a failed attempt into an exception.</summary>
internal static class AttemptExceptions
{
    /// <summary>Returns the exception of a call. The call was not executed only if none of its attempts may have been.</summary>
    public static AlgoOrderException ToException(this Attempt attempt, CallContext call)
    {
        if (attempt.Execution == ExecutionStatus.NotExecuted && !call.MayHaveBeenExecuted)
        {
            return attempt.ToException(ExecutionStatus.NotExecuted);
        }

        return attempt.ToException(ExecutionStatus.Unknown);
    }

    /// <summary>Returns the exception of a call whose execution is known from elsewhere.</summary>
    public static AlgoOrderException ToException(this Attempt attempt, ExecutionStatus execution) =>
        CreateException(attempt, execution).WithIds(
            GetIds(attempt).OfType<AlgoOrderId.ByClientAlgoId>().LastOrDefault()?.ClientAlgoId,
            GetIds(attempt).OfType<AlgoOrderId.ByAlgoId>().LastOrDefault()?.AlgoId);

    private static AlgoOrderException CreateException(Attempt attempt, ExecutionStatus execution)
    {
        if (attempt.StatusCode is { } statusCode)
        {
            return CreateApiException(attempt, execution, statusCode);
        }

        return new AlgoOrderTransportException(CreateTransportMessage(attempt, execution), execution, attempt.Failure);
    }

    // The attempts of a call before this one are about the same order. A list names none, and a call may learn the second id on its way.
    private static IEnumerable<AlgoOrderId> GetIds(Attempt last)
    {
        for (Attempt? attempt = last; attempt is not null; attempt = attempt.Previous)
        {
            if (attempt.Request.SubjectId is AlgoOrderId id)
            {
                yield return id;
            }
        }
    }

    private static BinanceApiException CreateApiException(Attempt attempt, ExecutionStatus execution, HttpStatusCode statusCode)
    {
        string message = CreateApiMessage(attempt, execution, statusCode);
        int? code = attempt.Error?.Code;
        string? text = attempt.Error?.Message;
        return attempt switch
        {
            _ when attempt.Rule == ResponseRules.OrderNotFound =>
                new AlgoOrderNotFoundException(message, execution, statusCode, attempt.Failure) { ErrorCode = code, ErrorMessage = text, ResponseBody = attempt.Body },
            { Hold: { } hold } =>
                new BinanceRateLimitException(message, execution, statusCode, attempt.Failure)
                {
                    ErrorCode = code,
                    ErrorMessage = text,
                    ResponseBody = attempt.Body,
                    RetryAfter = hold.RetryAfter,
                    BlockedFor = hold.Remaining,
                    Scope = hold.Block.Scope,
                    IsBanned = (int)statusCode == 418,
                },
            _ => new BinanceApiException(message, execution, statusCode, attempt.Failure) { ErrorCode = code, ErrorMessage = text, ResponseBody = attempt.Body },
        };
    }

    private static string CreateApiMessage(Attempt attempt, ExecutionStatus execution, HttpStatusCode statusCode)
    {
        string consequence = execution == ExecutionStatus.NotExecuted
            ? $"The request was not executed. {GetAdvice(attempt)}".TrimEnd()
            : GetUnknownAdvice(attempt);
        return $"{attempt.Endpoint} {DescribeResponse(attempt, statusCode)}. {consequence}";
    }

    private static string DescribeResponse(Attempt attempt, HttpStatusCode statusCode) => attempt switch
    {
        { Hold: { IsOwn: true } hold } =>
            string.Create(CultureInfo.InvariantCulture, $"was not sent: the client's own {NameBudget(hold.Block.Scope)} budget holds it back for another {hold.Remaining.TotalSeconds:0.#} s"),

        // A request without a timing never left the process.
        { Hold: { } hold, Error: null } when attempt.Timing == default =>
            string.Create(CultureInfo.InvariantCulture, $"was not sent: {NameBlock(statusCode)} for another {hold.Remaining.TotalSeconds:0.#} s (HTTP {(int)statusCode})"),
        { Hold: { } hold, Error: null } =>
            string.Create(CultureInfo.InvariantCulture, $"failed with HTTP {(int)statusCode}: {NameBlock(statusCode)} for another {DescribeTime(hold)}"),
        { Error: { } error } => DescribeError(error, statusCode) + DescribeHold(attempt.Hold),
        _ => string.Create(CultureInfo.InvariantCulture, $"failed with HTTP {(int)statusCode} and an unexpected response body from {attempt.Address.Authority}"),
    };

    private static string DescribeError(ApiError error, HttpStatusCode statusCode) => string.Create(
        CultureInfo.InvariantCulture, $"failed with {error.Code} {BinanceErrorCodes.NameOf(error.Code) ?? "(no known name)"} \"{error.Message}\" (HTTP {(int)statusCode})");

    private static string DescribeHold(RateLimitHold? hold) => hold switch
    {
        null => "",
        { Block.Scope: RateLimitScope.AccountOrders } => $": no order is placed for another {DescribeTime(hold)}",
        _ => $": nothing is sent for another {DescribeTime(hold)}",
    };

    private static string DescribeTime(RateLimitHold hold) =>
        string.Create(CultureInfo.InvariantCulture, $"{hold.Remaining.TotalSeconds:0.#} s{DescribeSource(hold)}");

    private static string DescribeSource(RateLimitHold hold) => hold switch
    {
        { IsOfResponse: false } => "",
        { RetryAfter: not null } => ", as Binance named it",
        _ when (int)hold.StatusCode == 418 => ", the shortest ban, because Binance named no time",
        _ => ", until the window of the limit is over, because Binance named no time",
    };

    private static string NameBudget(RateLimitScope scope) => scope switch
    {
        RateLimitScope.AccountOrders => "order",
        _ => "weight",
    };

    private static string NameBlock(HttpStatusCode statusCode) => (int)statusCode == 418 ? "banned" : "rate-limited";

    private static string CreateTransportMessage(Attempt attempt, ExecutionStatus execution)
    {
        string cause = attempt.Failure is OperationCanceledException or null ? "the timeout has passed" : attempt.Failure.Message.TrimEnd('.');
        if (execution == ExecutionStatus.NotExecuted && WasSent(attempt))
        {
            return $"{attempt.Endpoint} was not executed ({cause}). It may be sent again.";
        }

        if (execution == ExecutionStatus.NotExecuted)
        {
            return $"{attempt.Endpoint} was never sent ({cause}). The request was not executed and may be sent again.";
        }

        return $"{attempt.Endpoint} got no response ({cause}). {GetUnknownAdvice(attempt)}";
    }

    // An earlier attempt of the call may have been sent and rejected.
    private static bool WasSent(Attempt last)
    {
        for (Attempt? attempt = last; attempt is not null; attempt = attempt.Previous)
        {
            if (attempt.Endpoint == last.Endpoint && attempt.CopiesSent > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string GetUnknownAdvice(Attempt attempt) => (attempt.ChangesState, GetNewId(attempt)) switch
    {
        (_, { } id) => $"Outcome unknown: the order may be live under the client id {id}. Look it up by that id before you place another one.",
        (true, _) => $"Outcome unknown: the request may have been executed. Look the order up before you act on it. {attempt.Rule?.Advice}".TrimEnd(),
        _ => "A query changes nothing and may be sent again.",
    };

    /// <summary>Returns the client id of the order that a request places, or null if the request places none.</summary>
    private static string? GetNewId(Attempt attempt) => attempt.Request switch
    {
        { Endpoint.CountsAsOrder: true, SubjectId: AlgoOrderId.ByClientAlgoId id } => id.ClientAlgoId,
        _ => null,
    };

    private static string? GetAdvice(Attempt attempt) => attempt.Error?.Code switch
    {
        BinanceErrorCodes.DuplicatedClientOrderId =>
            $"Another open order has the client id {GetNewId(attempt)}. Look that order up, or give the new order an id of its own.",
        _ => attempt.Rule?.Advice,
    };
}

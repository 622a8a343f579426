using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Turns an attempt that brought no answer into the exception that says so.</summary>
internal static class AttemptExceptions
{
    /// <summary>What this attempt says of the call: not executed only if no attempt of the call may have been.</summary>
    public static AlgoOrderException ToException(this Attempt attempt, ApiCall call)
    {
        bool isSurelyNotExecuted = attempt.Verdict == AttemptVerdict.NotExecuted && !call.MayHaveChangedSomething;
        return attempt.ToException(isSurelyNotExecuted ? ExecutionStatus.NotExecuted : ExecutionStatus.Unknown);
    }

    /// <summary>The same, where more is known of the call than its attempts tell.</summary>
    public static AlgoOrderException ToException(this Attempt attempt, ExecutionStatus execution)
    {
        return attempt.StatusCode is { } statusCode
            ? ApiException(attempt, attempt.Operation, execution, statusCode)
            : new AlgoOrderTransportException(TransportMessage(attempt, execution), execution, attempt.Failure);
    }

    /// <summary>
    /// Key, signature, permission, a clock that is refused twice: no repetition helps. The firewall's 403 may pass. So may the refusal of the
    /// clock, as long as it could not be set; and where an attempt is in doubt, finding out comes before reporting it.
    /// </summary>
    public static bool IsCallersMistake(this Attempt attempt, ApiCall call) =>
        attempt is { Verdict: AttemptVerdict.NotExecuted, IsPassingFailure: false, Blocked: null, StatusCode: not HttpStatusCode.Forbidden }
        && attempt.Error?.Code is not (BinanceErrorCodes.CancelRejected or BinanceErrorCodes.NoSuchOrder)
        && !(attempt.Error?.Code == BinanceErrorCodes.InvalidTimestamp && (call.IsInDoubt || !call.IsResynchronized));

    private static BinanceApiException ApiException(Attempt attempt, string operation, ExecutionStatus execution, HttpStatusCode statusCode)
    {
        string message = ApiMessage(attempt, operation, execution, statusCode);
        int? code = attempt.Error?.Code;
        string? text = attempt.Error?.Message;
        return code switch
        {
            BinanceErrorCodes.CancelRejected or BinanceErrorCodes.NoSuchOrder =>
                new AlgoOrderNotFoundException(message, execution, statusCode, attempt.Failure) { ErrorCode = code, ErrorMessage = text, ResponseBody = attempt.Body },
            _ when attempt.Blocked is not null =>
                new BinanceRateLimitException(message, execution, statusCode, attempt.Failure)
                {
                    ErrorCode = code,
                    ErrorMessage = text,
                    ResponseBody = attempt.Body,
                    RetryAfter = attempt.Blocked,
                    IsBanned = (int)statusCode == 418,
                },
            _ => new BinanceApiException(message, execution, statusCode, attempt.Failure) { ErrorCode = code, ErrorMessage = text, ResponseBody = attempt.Body },
        };
    }

    private static bool IsRateLimit(HttpStatusCode statusCode, int? code) => (int)statusCode is 418 or 429 || code == BinanceErrorCodes.TooManyRequests;

    private static string ApiMessage(Attempt attempt, string operation, ExecutionStatus execution, HttpStatusCode statusCode)
    {
        string answer = attempt is { Blocked: { } wait, Error: null }
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)statusCode}; nothing is sent for another {wait.TotalSeconds:0.#} s")
            : attempt.Error is { } error
            ? string.Create(CultureInfo.InvariantCulture, $"{error.Code} {BinanceErrorCodes.NameOf(error.Code) ?? "(no known name)"} \"{error.Message}\" (HTTP {(int)statusCode})")
            : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)statusCode} and a body that is not what was asked for");
        string consequence = execution == ExecutionStatus.NotExecuted
            ? $"It was not executed. {Advice(attempt.Error?.Code, statusCode)}"
            : InDoubt(attempt);

        // Never stamped: a ban, or the budget, kept it from being sent.
        return attempt is { Blocked: { } left, Error: null } && attempt.Timing == default
            ? string.Create(CultureInfo.InvariantCulture, $"{operation} was not sent: a limit stands for another {left.TotalSeconds:0.#} s (as HTTP {(int)statusCode}). {consequence}").TrimEnd()
            : $"Binance answered {operation} with {answer}. {consequence}".TrimEnd();
    }

    private static string TransportMessage(Attempt attempt, ExecutionStatus execution)
    {
        string cause = attempt.Failure is OperationCanceledException or null ? "it took longer than the timeout allows" : attempt.Failure.Message;
        return execution == ExecutionStatus.NotExecuted
            ? $"{attempt.Operation} was never sent ({cause.TrimEnd('.')}). It was not executed and may be repeated."
            : $"{attempt.Operation} got no answer ({cause.TrimEnd('.')}). {InDoubt(attempt)}";
    }

    private static string InDoubt(Attempt attempt) =>
        attempt.ChangesSomething ? "It is unknown whether it was executed. Query the order before you act on it." : "A query changes nothing and may be repeated.";

    private static string Advice(int? code, HttpStatusCode statusCode) => code switch
    {
        BinanceErrorCodes.CancelRejected or BinanceErrorCodes.NoSuchOrder =>
            "The id or the account may be wrong, or the order was canceled, has triggered or has expired before: query it to tell these apart.",
        BinanceErrorCodes.InvalidTimestamp => "The clock of this machine and Binance's differ by more than recvWindow allows: synchronise it.",
        BinanceErrorCodes.BadSymbol => "Symbols are written as Binance lists them: BTCUSDT, not btcusdt or BTC-USDT.",
        BinanceErrorCodes.InvalidSignature => "Check the secret key: it does not belong to the API key.",
        BinanceErrorCodes.BadApiKeyFormat or BinanceErrorCodes.RejectedApiKey =>
            "Check the API key: its environment (live, demo), its permission for futures and its list of allowed addresses.",
        _ when IsRateLimit(statusCode, code) => "Send nothing more before the time that Binance named: whoever goes on is banned for longer.",
        _ when statusCode == HttpStatusCode.Forbidden => "A firewall in front of Binance refused it: slow down, and check the address that you send from.",
        _ => "",
    };
}

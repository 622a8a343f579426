using Binance.AlgoOrders.Internal.Requests;
using Polly;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Interprets a response, or the lack of one: was the request executed, and what comes next? The first rule that matches applies. Nothing else in the
/// library interprets a status, a code, a text or a failure.
/// </summary>
internal static class ResponseRules
{
    /// <summary>Gets the rule for too many new orders of the account. Without a code, the limit of the address would have met the next cancel too.</summary>
    public static ResponseRule OrderLimitExceeded { get; } = new(
        "order limit",
        static r => r.Code == BinanceErrorCodes.TooManyOrders || (r is { Code: null, CountsAsOrder: true } && (int?)r.Status is 429),
        ExecutionStatus.NotExecuted,
        NextStep.Wait,
        "Only new orders of this account wait. Cancels and queries go on.")
    {
        Scope = RateLimitScope.AccountOrders,
    };

    /// <summary>Gets the rule for an exceeded limit or a ban of the address.</summary>
    public static ResponseRule LimitExceeded { get; } = new(
        "limit or ban",
        static r => (int?)r.Status is 418 or 429 || r.Code == BinanceErrorCodes.TooManyRequests,
        ExecutionStatus.NotExecuted,
        NextStep.Wait,
        "Send nothing more before then, because further requests make a ban longer.")
    {
        Scope = RateLimitScope.Address,
    };

    /// <summary>Gets the rule for an order that Binance does not find. Other texts of -2011 refuse the cancel of an order that exists.</summary>
    public static ResponseRule OrderNotFound { get; } = new(
        "order not found",
        static r => IsRefusal(r) && (r.Code == BinanceErrorCodes.NoSuchOrder || (r.Code == BinanceErrorCodes.CancelRejected && SaysUnknownOrder(r.Text))),
        ExecutionStatus.NotExecuted,
        NextStep.LookUp,
        "The id or the account may be wrong, or the order was canceled, has triggered or has expired before. Query it to tell these apart.");

    /// <summary>Gets the rule for an account without a valid listen key.</summary>
    public static ResponseRule ListenKeyNotFound { get; } = new(
        "listen key not found",
        static r => IsRefusal(r) && r.Code == BinanceErrorCodes.InvalidListenKey,
        ExecutionStatus.NotExecuted,
        NextStep.GiveUp,
        "Start the user data stream again.");

    /// <summary>Gets all rules in order.</summary>
    public static IReadOnlyList<ResponseRule> Table { get; } =
    [
        new("rejected by a handler", static r => r is { Status: null, MayHaveArrived: false, Failure: ExecutionRejectedException }, ExecutionStatus.NotExecuted, NextStep.Retry),
        new("connection failed", static r => r is { Status: null, MayHaveArrived: false } && IsOfConnection(r.Failure), ExecutionStatus.NotExecuted, NextStep.Retry),
        new("not sent", static r => r is { Status: null, MayHaveArrived: false }, ExecutionStatus.NotExecuted, NextStep.GiveUp),
        new("no response", static r => r.Status is null, ExecutionStatus.Unknown, NextStep.LookUp),
        new("unreadable success", static r => (int?)r.Status is >= 200 and < 300, ExecutionStatus.Unknown, NextStep.LookUp),
        new(
            "legal restriction",
            static r => (int?)r.Status is 451,
            ExecutionStatus.NotExecuted,
            NextStep.GiveUp,
            "Binance does not serve the place that the request came from. Send from an address that it serves.")
        {
            ConcernsEveryRequest = true,
        },
        new("execution unknown", static r => r.Code is BinanceErrorCodes.Unknown or BinanceErrorCodes.UnexpectedResponse or BinanceErrorCodes.Timeout, ExecutionStatus.Unknown, NextStep.LookUp),
        new("maintenance", static r => r.Code == BinanceErrorCodes.ShuttingDown, ExecutionStatus.Unknown, NextStep.LookUp),
        new("triggering or partly canceled", static r => r.Code is BinanceErrorCodes.StopOrderTriggering or BinanceErrorCodes.CancelAllFailed, ExecutionStatus.Unknown, NextStep.LookUp),
        new("overload", static r => r.Code == BinanceErrorCodes.Throttled, ExecutionStatus.NotExecuted, NextStep.Retry),
        OrderLimitExceeded,
        LimitExceeded,
        new("request timeout", static r => (int?)r.Status is 408, ExecutionStatus.Unknown, NextStep.LookUp),
        new(
            "timestamp",
            static r => IsRefusal(r) && r.Code == BinanceErrorCodes.InvalidTimestamp,
            ExecutionStatus.NotExecuted,
            NextStep.RefreshClock,
            "This machine's clock and Binance's clock differ by more than recvWindow allows. Synchronize the clock."),
        new(
            "API key",
            static r => IsRefusal(r) && r.Code is BinanceErrorCodes.BadApiKeyFormat or BinanceErrorCodes.RejectedApiKey,
            ExecutionStatus.NotExecuted,
            NextStep.RefreshKey,
            "Check the API key: its environment (live, demo), its permission for futures and its list of allowed addresses.")
        {
            ConcernsEveryRequest = true,
        },
        new(
            "signature",
            static r => IsRefusal(r) && r.Code == BinanceErrorCodes.InvalidSignature,
            ExecutionStatus.NotExecuted,
            NextStep.GiveUp,
            "Check the secret key, because it does not belong to the API key.")
        {
            ConcernsEveryRequest = true,
        },
        new(
            "symbol",
            static r => IsRefusal(r) && r.Code == BinanceErrorCodes.BadSymbol,
            ExecutionStatus.NotExecuted,
            NextStep.GiveUp,
            "Write the symbol as Binance lists it: BTCUSDT, not btcusdt or BTC-USDT."),
        new("account or path", static r => IsRefusal(r) && IsOfEveryRequest(r.Code), ExecutionStatus.NotExecuted, NextStep.GiveUp)
        {
            ConcernsEveryRequest = true,
        },
        ListenKeyNotFound,
        new("caller's mistake", static r => IsRefusal(r) && IsMistake(r.Code), ExecutionStatus.NotExecuted, NextStep.GiveUp),
        OrderNotFound,
        new("internal error", static r => IsRefusal(r) && r.Code == BinanceErrorCodes.Disconnected && SaysNotProcessed(r.Text), ExecutionStatus.NotExecuted, NextStep.Retry),
        new("internal error without the text", static r => IsRefusal(r) && r.Code == BinanceErrorCodes.Disconnected, ExecutionStatus.Unknown, NextStep.LookUp),
        new(
            "firewall",
            static r => (int?)r.Status is 403,
            ExecutionStatus.NotExecuted,
            NextStep.Pause,
            "A firewall in front of Binance rejected it. Slow down, and check the address that you send from."),
        new("other refusal", IsRefusal, ExecutionStatus.NotExecuted, NextStep.LookUp),
        new(
            "no such page",
            static r => (int?)r.Status is 404,
            ExecutionStatus.Unknown,
            NextStep.GiveUp,
            "The server does not seem to be Binance. Check BaseAddress and any proxy.")
        {
            ConcernsEveryRequest = true,
        },

        // Binance's codes are negative. Without one, the response came from something in between, and the request may have got further.
        new("refusal of something in between", static r => (int?)r.Status is >= 400 and < 500, ExecutionStatus.Unknown, NextStep.LookUp),
        new("unavailable", static r => (int?)r.Status is 503 && SaysNotProcessed(r.Text), ExecutionStatus.NotExecuted, NextStep.Retry),
        new("other response", static _ => true, ExecutionStatus.Unknown, NextStep.LookUp),
    ];

    /// <summary>Returns the rule that applies.</summary>
    public static ResponseRule Of(ResponseFacts facts)
    {
        foreach (ResponseRule rule in Table)
        {
            if (rule.Matches(facts))
            {
                return rule;
            }
        }

        throw new InvalidOperationException("The last rule must match every response, but did not.");
    }

    /// <summary>Returns the rule for a request that a limit, a ban or the budget keeps from being sent.</summary>
    public static ResponseRule OfHold(RateLimitHold hold) => hold.Block.Scope == RateLimitScope.AccountOrders ? OrderLimitExceeded : LimitExceeded;

    /// <summary>True if the request was not executed and may succeed the next time.</summary>
    public static bool IsTransient(this Attempt attempt) =>
        attempt is { Execution: ExecutionStatus.NotExecuted, Hold: null, Rule.Then: NextStep.Retry or NextStep.RefreshClock };

    /// <summary>True if the response says what another attempt of the same request could say, so that no other one needs to be waited for.</summary>
    public static bool IsConclusive(this Attempt attempt) => attempt.Execution == ExecutionStatus.Succeeded
        || attempt is { Execution: ExecutionStatus.NotExecuted, Rule.Then: NextStep.LookUp or NextStep.RefreshClock or NextStep.RefreshKey or NextStep.GiveUp };

    /// <summary>True if a retry may succeed and cannot execute the request twice with another effect than once.</summary>
    public static bool ShouldRetry(this Attempt attempt) =>
        attempt.IsTransient() || (attempt is { Execution: ExecutionStatus.Unknown, IsRepeatable: true } && !attempt.IsPermanentFailure());

    /// <summary>True if Binance did not find the order.</summary>
    public static bool IsNotFound(this Attempt attempt) => attempt.Execution == ExecutionStatus.NotExecuted && attempt.Rule == OrderNotFound;

    /// <summary>True if the account has no valid listen key.</summary>
    public static bool IsWithoutListenKey(this Attempt attempt) => attempt.Execution == ExecutionStatus.NotExecuted && attempt.Rule == ListenKeyNotFound;

    /// <summary>True if no retry helps.</summary>
    public static bool IsPermanentFailure(this Attempt attempt) =>
        attempt is { Hold: null, Rule.Then: NextStep.GiveUp or NextStep.RefreshKey } && attempt.Execution == attempt.Rule.Execution;

    /// <summary>True if no retry helps, and every other request of the account would fail too.</summary>
    public static bool ConcernsEveryRequest(this Attempt attempt) => attempt.IsPermanentFailure() && attempt.Rule!.ConcernsEveryRequest;

    // All of Binance's codes are negative.
    private static bool IsRefusal(ResponseFacts response) => response is { Code: < 0 } && (int?)response.Status is >= 400 and < 500;

    private static bool IsOfConnection(Exception? failure) => failure is HttpRequestException or IOException or OperationCanceledException or TimeoutException;

    private static bool IsMistake(int? code) => code is <= BinanceErrorCodes.IllegalCharacters and >= BinanceErrorCodes.InvalidParameter;

    private static bool IsOfEveryRequest(int? code) => code
        is BinanceErrorCodes.Unauthorized
        or BinanceErrorCodes.ApiKeysLocked
        or BinanceErrorCodes.InvalidAccountStatus
        or BinanceErrorCodes.InvalidPath;

    private static bool SaysUnknownOrder(string? text) =>
        string.IsNullOrEmpty(text) || text.Contains("unknown order", StringComparison.OrdinalIgnoreCase) || text.Contains("not exist", StringComparison.OrdinalIgnoreCase);

    // Binance documents three texts of a 503. A request that got one of these two failed for certain.
    private static bool SaysNotProcessed(string? text) =>
        text is not null
        && (text.Equals("Service Unavailable.", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("Internal error; unable to process your request.", StringComparison.OrdinalIgnoreCase));
}

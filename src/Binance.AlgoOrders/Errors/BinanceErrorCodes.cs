namespace Binance.AlgoOrders;

/// <summary>
/// Lists Binance's error codes by name, as they appear in <see cref="BinanceApiException.ErrorCode"/>. Codes are stable, their texts are not.
/// </summary>
public static class BinanceErrorCodes
{
    /// <summary><c>UNKNOWN</c>. An unknown error occurred while the request was processed. It is unknown whether the request was executed.</summary>
    public const int Unknown = -1000;

    /// <summary><c>DISCONNECTED</c>. An internal error occurred at Binance, and the request was not processed.</summary>
    public const int Disconnected = -1001;

    /// <summary><c>UNAUTHORIZED</c>. The API key is not authorized for the request.</summary>
    public const int Unauthorized = -1002;

    /// <summary><c>TOO_MANY_REQUESTS</c>. A request limit was exceeded, or the IP address is banned.</summary>
    public const int TooManyRequests = -1003;

    /// <summary><c>UNEXPECTED_RESP</c>. Binance received an unexpected internal response. It is unknown whether the request was executed.</summary>
    public const int UnexpectedResponse = -1006;

    /// <summary><c>TIMEOUT</c>. The exchange's back end did not respond in time. It is unknown whether the request was executed.</summary>
    public const int Timeout = -1007;

    /// <summary><c>THROTTLED</c>. Binance rejected the request to protect itself from overload. It was not executed.</summary>
    public const int Throttled = -1008;

    /// <summary><c>TOO_MANY_ORDERS</c>. The account's limit of new orders was exceeded.</summary>
    public const int TooManyOrders = -1015;

    /// <summary><c>SERVICE_SHUTTING_DOWN</c>. The service is being stopped for maintenance. It is unknown whether the request was executed.</summary>
    public const int ShuttingDown = -1016;

    /// <summary><c>INVALID_TIMESTAMP</c>. The timestamp is outside of recvWindow, or more than a second ahead of Binance's clock.</summary>
    public const int InvalidTimestamp = -1021;

    /// <summary><c>INVALID_SIGNATURE</c>. The signature does not match the request and the key.</summary>
    public const int InvalidSignature = -1022;

    /// <summary><c>ILLEGAL_CHARS</c>. A parameter contains illegal characters.</summary>
    public const int IllegalCharacters = -1100;

    /// <summary><c>TOO_MANY_PARAMETERS</c>. More parameters were sent than the endpoint accepts, or one was sent twice.</summary>
    public const int TooManyParameters = -1101;

    /// <summary><c>MANDATORY_PARAM_EMPTY_OR_MALFORMED</c>. A mandatory parameter is missing, empty or malformed.</summary>
    public const int MandatoryParameterMissing = -1102;

    /// <summary><c>PARAM_EMPTY</c>. A parameter is empty.</summary>
    public const int ParameterEmpty = -1105;

    /// <summary><c>PARAM_NOT_REQUIRED</c>. A parameter was sent that the endpoint does not accept.</summary>
    public const int ParameterNotRequired = -1106;

    /// <summary><c>BAD_PRECISION</c>. A number has more decimal places than the symbol allows.</summary>
    public const int BadPrecision = -1111;

    /// <summary><c>BAD_SYMBOL</c>. The symbol does not exist.</summary>
    public const int BadSymbol = -1121;

    /// <summary><c>INVALID_LISTEN_KEY</c>. The account has no valid listen key.</summary>
    public const int InvalidListenKey = -1125;

    /// <summary><c>INVALID_PARAMETER</c>. A parameter has an invalid value.</summary>
    public const int InvalidParameter = -1130;

    /// <summary><c>NEW_ORDER_REJECTED</c>. The new order was rejected.</summary>
    public const int NewOrderRejected = -2010;

    /// <summary>
    /// <c>CANCEL_REJECTED</c>. "Unknown order sent." Binance found no live order with this id in the account, which does not prove that there is
    /// none.
    /// </summary>
    public const int CancelRejected = -2011;

    /// <summary><c>CANCEL_ALL_FAIL</c>. Canceling all orders failed.</summary>
    public const int CancelAllFailed = -2012;

    /// <summary><c>NO_SUCH_ORDER</c>. "Order does not exist."</summary>
    public const int NoSuchOrder = -2013;

    /// <summary><c>BAD_API_KEY_FMT</c>. The API key has an invalid format.</summary>
    public const int BadApiKeyFormat = -2014;

    /// <summary><c>REJECTED_MBX_KEY</c>. The API key is unknown, lacks the permission, or is not allowed from this IP address.</summary>
    public const int RejectedApiKey = -2015;

    /// <summary><c>API_KEYS_LOCKED</c>. The account's API keys are locked.</summary>
    public const int ApiKeysLocked = -2017;

    /// <summary><c>MARGIN_NOT_SUFFICIENT</c>. The margin is insufficient.</summary>
    public const int MarginNotSufficient = -2019;

    /// <summary><c>ORDER_WOULD_IMMEDIATELY_TRIGGER</c>. The price has already reached the trigger price.</summary>
    public const int OrderWouldImmediatelyTrigger = -2021;

    /// <summary><c>REDUCE_ONLY_REJECT</c>. A reduce-only order would not reduce the position.</summary>
    public const int ReduceOnlyRejected = -2022;

    /// <summary><c>INVALID_CL_ORD_ID_LEN</c>. The client id is longer than 36 characters.</summary>
    public const int InvalidClientOrderIdLength = -4015;

    /// <summary><c>MAX_STOP_ORDER_EXCEEDED</c>. The account already has the maximum number of conditional orders.</summary>
    public const int MaxStopOrdersExceeded = -4045;

    /// <summary><c>POSITION_SIDE_NOT_MATCH</c>. The position side does not match the account's position mode.</summary>
    public const int PositionSideNotMatched = -4061;

    /// <summary><c>REDUCE_ONLY_CONFLICT</c>. Reduce-only conflicts with another parameter.</summary>
    public const int ReduceOnlyConflict = -4062;

    /// <summary><c>INVALID_ACCOUNT_STATUS</c>. The account is inactive, or may not trade futures.</summary>
    public const int InvalidAccountStatus = -4109;

    /// <summary><c>DUPLICATED_CLIENT_ORDER_ID</c>. An open order with this client id exists.</summary>
    public const int DuplicatedClientOrderId = -4116;

    /// <summary><c>STOP_ORDER_TRIGGERING</c>. The conditional order is being triggered.</summary>
    public const int StopOrderTriggering = -4117;

    /// <summary><c>REDUCE_ONLY_MARGIN_CHECK_FAILED</c>. The margin check of a reduce-only order failed.</summary>
    public const int ReduceOnlyMarginCheckFailed = -4118;

    /// <summary><c>STOP_ORDER_SWITCH_ALGO</c>. Conditional orders must be sent to the algo order endpoints.</summary>
    public const int StopOrderSwitchAlgo = -4120;

    /// <summary><c>MIN_NOTIONAL</c>. The order's value is below the symbol's minimum.</summary>
    public const int MinNotional = -4164;

    /// <summary>The path or the method of the request does not exist.</summary>
    public const int InvalidPath = -5000;

    /// <summary><c>GTX_ORDER_REJECT</c>. A post-only order would have traded at once.</summary>
    public const int PostOnlyRejected = -5022;

    /// <summary><c>ME_RECVWINDOW_REJECT</c>. The matching engine received the request after its recvWindow had ended.</summary>
    public const int RecvWindowRejected = -5028;

    /// <summary>Returns Binance's name for an error code, such as <c>CANCEL_REJECTED</c>, or null if this class does not list the code.</summary>
    /// <param name="code">The error code, wire name <c>code</c>.</param>
    public static string? NameOf(int code) => code switch
    {
        Unknown => "UNKNOWN",
        Disconnected => "DISCONNECTED",
        Unauthorized => "UNAUTHORIZED",
        TooManyRequests => "TOO_MANY_REQUESTS",
        UnexpectedResponse => "UNEXPECTED_RESP",
        Timeout => "TIMEOUT",
        Throttled => "THROTTLED",
        TooManyOrders => "TOO_MANY_ORDERS",
        ShuttingDown => "SERVICE_SHUTTING_DOWN",
        InvalidTimestamp => "INVALID_TIMESTAMP",
        InvalidSignature => "INVALID_SIGNATURE",
        IllegalCharacters => "ILLEGAL_CHARS",
        TooManyParameters => "TOO_MANY_PARAMETERS",
        MandatoryParameterMissing => "MANDATORY_PARAM_EMPTY_OR_MALFORMED",
        ParameterEmpty => "PARAM_EMPTY",
        ParameterNotRequired => "PARAM_NOT_REQUIRED",
        BadPrecision => "BAD_PRECISION",
        BadSymbol => "BAD_SYMBOL",
        InvalidListenKey => "INVALID_LISTEN_KEY",
        InvalidParameter => "INVALID_PARAMETER",
        NewOrderRejected => "NEW_ORDER_REJECTED",
        CancelRejected => "CANCEL_REJECTED",
        CancelAllFailed => "CANCEL_ALL_FAIL",
        NoSuchOrder => "NO_SUCH_ORDER",
        BadApiKeyFormat => "BAD_API_KEY_FMT",
        RejectedApiKey => "REJECTED_MBX_KEY",
        ApiKeysLocked => "API_KEYS_LOCKED",
        MarginNotSufficient => "MARGIN_NOT_SUFFICIENT",
        OrderWouldImmediatelyTrigger => "ORDER_WOULD_IMMEDIATELY_TRIGGER",
        ReduceOnlyRejected => "REDUCE_ONLY_REJECT",
        InvalidClientOrderIdLength => "INVALID_CL_ORD_ID_LEN",
        MaxStopOrdersExceeded => "MAX_STOP_ORDER_EXCEEDED",
        PositionSideNotMatched => "POSITION_SIDE_NOT_MATCH",
        ReduceOnlyConflict => "REDUCE_ONLY_CONFLICT",
        InvalidAccountStatus => "INVALID_ACCOUNT_STATUS",
        DuplicatedClientOrderId => "DUPLICATED_CLIENT_ORDER_ID",
        StopOrderTriggering => "STOP_ORDER_TRIGGERING",
        ReduceOnlyMarginCheckFailed => "REDUCE_ONLY_MARGIN_CHECK_FAILED",
        StopOrderSwitchAlgo => "STOP_ORDER_SWITCH_ALGO",
        MinNotional => "MIN_NOTIONAL",
        InvalidPath => "INVALID_PATH",
        PostOnlyRejected => "GTX_ORDER_REJECT",
        RecvWindowRejected => "ME_RECVWINDOW_REJECT",
        _ => null,
    };
}

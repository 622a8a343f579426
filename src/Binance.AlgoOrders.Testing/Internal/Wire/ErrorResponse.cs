namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The rejection of a request: HTTP status, Binance's error code and message, and a detail for the request log.</summary>
internal sealed record ErrorResponse(int StatusCode, int ErrorCode, string Message, string? Detail = null)
{
    public static readonly ErrorResponse InvalidKeyFormat = new(
        401, -2014, "API-key format invalid.", "The header X-MBX-APIKEY must be sent and must not be empty.");

    public static readonly ErrorResponse UnknownKey = new(401, -2015, "Invalid API-key, IP, or permissions for action.", "No account has this API key.");

    public static readonly ErrorResponse OutsideRecvWindow = new(400, -1021, "Timestamp for this request is outside of the recvWindow.");

    public static readonly ErrorResponse AheadOfServer = new(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");

    public static readonly ErrorResponse NeitherId = new(400, -1102, "Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!");

    public static readonly ErrorResponse InvalidCombination = new(400, -1128, "Combination of optional parameters invalid.");

    public static readonly ErrorResponse BothIds = InvalidCombination with
    {
        Detail = "Only one of algoId and clientAlgoId may be sent. Binance does not document which of them takes precedence.",
    };

    public static readonly ErrorResponse UnknownOrderSent = new(400, -2011, "Unknown order sent.");

    public static readonly ErrorResponse OrderDoesNotExist = new(400, -2013, "Order does not exist.");

    public static readonly ErrorResponse RecvWindowTooLarge = new(400, -1131, "recvWindow must be less than 60000.");

    public static readonly ErrorResponse Duplicates = new(400, -1101, "Duplicate values for a parameter detected.");

    public static readonly ErrorResponse InvalidSymbol = new(400, -1121, "Invalid symbol.");

    public static readonly ErrorResponse StartAfterEnd = new(400, -1023, "Start time is greater than end time.");

    public static readonly ErrorResponse WindowTooLong = new(400, -1127, "More than 168 hours between startTime and endTime.");

    /// <summary>Gets the text that the signature must cover, or null if the signature is not the reason for the rejection.</summary>
    public string? SignedText { get; private init; }

    /// <summary>Gets the headers that are sent in addition to those of every response.</summary>
    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    /// <summary>Returns this error if the condition is true, or null.</summary>
    public ErrorResponse? When(bool condition) => condition ? this : null;

    public static ErrorResponse MandatoryMissing(string name) =>
        new(400, -1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");

    public static ErrorResponse Empty(string name) => new(400, -1105, $"Parameter '{name}' was empty.");

    public static ErrorResponse NotRequired(string name) => new(400, -1106, $"Parameter '{name}' sent when not required.");

    public static ErrorResponse NotValid(string name) => new(400, -1130, $"Data sent for parameter '{name}' is not valid.");

    public static ErrorResponse IllegalCharacters(string parameter) =>
        new(400, -1100, "Illegal characters found in a parameter.", $"'{parameter}' must have a name and must be percent-encoded UTF-8.");

    public static ErrorResponse OutOfRange(string name, string pattern) =>
        new(400, -1100, $"Illegal characters found in parameter '{name}'; legal range is '{pattern}'.");

    public static ErrorResponse NotAllRead(int read, int sent, IEnumerable<string> unknown) => new(
        400, -1104, $"Not all sent parameters were read; read '{read}' parameter(s) but was sent '{sent}'.",
        $"Unknown parameters: {string.Join(", ", unknown)}.");

    public static ErrorResponse BadSignature(string detail) => new(400, -1022, "Signature for this request is not valid.", detail);

    public static ErrorResponse WrongSignature(string signedText) =>
        BadSignature($"The signature must cover exactly: {signedText}") with { SignedText = signedText };
}

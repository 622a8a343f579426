namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Why a request is refused: HTTP status, Binance's code and text, and more words for the journal.</summary>
internal sealed record Refusal(int StatusCode, int ErrorCode, string Message, string? Why = null)
{
    /// <summary>What was signed here, when the request's signature does not fit it.</summary>
    public string? SignedText { get; private init; }

    public static readonly Refusal InvalidKeyFormat = new(401, -2014, "API-key format invalid.", "The header X-MBX-APIKEY was not sent or empty.");

    public static readonly Refusal UnknownKey = new(401, -2015, "Invalid API-key, IP, or permissions for action.", "No account has this API key.");

    public static readonly Refusal OutsideRecvWindow = new(400, -1021, "Timestamp for this request is outside of the recvWindow.");

    public static readonly Refusal AheadOfServer = new(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");

    public static readonly Refusal NeitherId = new(400, -1102, "Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!");

    public static readonly Refusal BothIds = new(
        400, -1128, "Combination of optional parameters invalid.", "algoId and clientAlgoId were both sent; which of them Binance takes is undocumented.");

    public static readonly Refusal UnknownOrderSent = new(400, -2011, "Unknown order sent.");

    public static readonly Refusal OrderDoesNotExist = new(400, -2013, "Order does not exist.");

    public static readonly Refusal RecvWindowTooLarge = new(400, -1131, "recvWindow must be less than 60000.");

    public static readonly Refusal Duplicates = new(400, -1101, "Duplicate values for a parameter detected.");

    public static readonly Refusal InvalidSymbol = new(400, -1121, "Invalid symbol.");

    public static readonly Refusal StartAfterEnd = new(400, -1023, "Start time is greater than end time.");

    public static readonly Refusal WindowTooLong = new(400, -1127, "More than 168 hours between startTime and endTime.");

    public static Refusal MandatoryMissing(string name) =>
        new(400, -1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");

    public static Refusal Empty(string name) => new(400, -1105, $"Parameter '{name}' was empty.");

    public static Refusal NotRequired(string name) => new(400, -1106, $"Parameter '{name}' sent when not required.");

    public static Refusal NotValid(string name) => new(400, -1130, $"Data sent for parameter '{name}' is not valid.");

    public static Refusal IllegalCharacters(string where) => new(
        400, -1100, "Illegal characters found in a parameter.",
        $"'{where}' has a character that must be percent-encoded, or an encoding that is not UTF-8, or no name.");

    public static Refusal OutOfRange(string name, string pattern) =>
        new(400, -1100, $"Illegal characters found in parameter '{name}'; legal range is '{pattern}'.");

    public static Refusal NotAllRead(int read, int sent, IEnumerable<string> unknown) => new(
        400, -1104, $"Not all sent parameters were read; read '{read}' parameter(s) but was sent '{sent}'.", $"Unknown here: {string.Join(", ", unknown)}.");

    public static Refusal BadSignature(string why) => new(400, -1022, "Signature for this request is not valid.", why);

    public static Refusal BadSignature(string how, string signedText) =>
        BadSignature($"The exchange {how} exactly: {signedText}") with { SignedText = signedText };
}

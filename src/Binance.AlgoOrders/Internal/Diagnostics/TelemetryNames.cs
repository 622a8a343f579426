namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Names the tags. They are part of the public contract and follow OpenTelemetry's HTTP conventions where those have a name.</summary>
internal static class TelemetryNames
{
    public const string Operation = "binance.operation";
    public const string Account = "binance.account";
    public const string Outcome = "binance.outcome";
    public const string Execution = "binance.execution";
    public const string ErrorCode = "binance.error_code";
    public const string Attempts = "binance.attempts";
    public const string Hedged = "binance.hedged";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string Method = "http.request.method";
    public const string StatusCode = "http.response.status_code";
    public const string Path = "url.path";
}

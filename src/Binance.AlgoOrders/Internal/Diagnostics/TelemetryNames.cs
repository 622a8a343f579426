namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>The names of tags. Part of the public contract, and after OpenTelemetry's HTTP conventions where those have one.</summary>
internal static class TelemetryNames
{
    public const string Operation = "binance.operation";
    public const string Account = "binance.account";
    public const string Outcome = "binance.outcome";
    public const string Verdict = "binance.verdict";
    public const string ErrorCode = "binance.error_code";
    public const string Attempts = "binance.attempts";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string Method = "http.request.method";
    public const string StatusCode = "http.response.status_code";
    public const string Path = "url.path";
}

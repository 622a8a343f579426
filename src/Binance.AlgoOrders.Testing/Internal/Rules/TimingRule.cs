using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Binance's time window: <c>timestamp &lt; serverTime + 1000 &amp;&amp; serverTime - timestamp &lt;= recvWindow</c>.</summary>
internal static class TimingRule
{
    private const long DefaultRecvWindow = 5000;
    private const long MaxRecvWindow = 60000;
    private const long MaxLead = 1000;

    public static ErrorResponse? CheckFormat(RequestParameters parameters)
    {
        if (parameters.RequireNumber("timestamp") is { } missing)
        {
            return missing;
        }

        if (parameters["recvWindow"] is null)
        {
            return null;
        }

        return parameters.Number("recvWindow") switch
        {
            null or <= 0 => ErrorResponse.NotValid("recvWindow"),
            > MaxRecvWindow => ErrorResponse.RecvWindowTooLarge,
            _ => null,
        };
    }

    /// <summary>Checks the time of a request whose format has been checked.</summary>
    public static ErrorResponse? CheckTime(RequestParameters parameters, DateTimeOffset now)
    {
        long serverTime = now.ToUnixTimeMilliseconds();
        long timestamp = parameters.Number("timestamp") ?? 0;
        long recvWindow = parameters.Number("recvWindow") ?? DefaultRecvWindow;
        if (timestamp >= serverTime + MaxLead)
        {
            return Explain(ErrorResponse.AheadOfServer);
        }

        if (timestamp < serverTime - recvWindow)
        {
            return Explain(ErrorResponse.OutsideRecvWindow);
        }

        return null;

        ErrorResponse Explain(ErrorResponse error) => error with
        {
            Detail = $"timestamp must be within recvWindow, {recvWindow} ms, of the exchange's clock, {serverTime}, but was {timestamp}.",
        };
    }
}

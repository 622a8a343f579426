namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>When a request is on time: <c>timestamp &lt; serverTime + 1000 &amp;&amp; serverTime - timestamp &lt;= recvWindow</c>.</summary>
internal static class TimingRule
{
    private const long DefaultRecvWindow = 5000;
    private const long LargestRecvWindow = 60000;
    private const long LargestLead = 1000;

    public static Refusal? CheckForm(RequestParameters parameters)
    {
        if (!parameters.TryGetNumber("timestamp", out _))
        {
            return Refusal.MandatoryMissing("timestamp");
        }

        if (parameters["recvWindow"] is null)
        {
            return null;
        }

        return !parameters.TryGetNumber("recvWindow", out long? window) || window <= 0 ? Refusal.NotValid("recvWindow")
            : window > LargestRecvWindow ? Refusal.RecvWindowTooLarge
            : null;
    }

    /// <summary>Asks for parameters whose form was checked.</summary>
    public static Refusal? CheckTime(RequestParameters parameters, DateTimeOffset now)
    {
        long serverTime = now.ToUnixTimeMilliseconds();
        long timestamp = parameters.TryGetNumber("timestamp", out long? sent) ? sent.Value : 0;
        long recvWindow = parameters.TryGetNumber("recvWindow", out long? window) ? window.Value : DefaultRecvWindow;
        Refusal? refusal = timestamp >= serverTime + LargestLead ? Refusal.AheadOfServer
            : timestamp < serverTime - recvWindow ? Refusal.OutsideRecvWindow
            : null;
        return refusal is null ? null : refusal with { Why = $"timestamp {timestamp}, recvWindow {recvWindow}, but the exchange's clock says {serverTime}." };
    }
}

using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Limits;

/// <summary>The request weight that one IP address may use in a window, and the ban for clients that exceed it.</summary>
internal sealed class RequestLimit(int secondsOfWindow)
{
    private readonly FixedWindow _window = new(secondsOfWindow);

    public int Weight { get; set; } = 2400;

    public SimulatedBan Ban { get; } = new();

    public int UsedAt(DateTimeOffset now) => _window.UsedAt(now);

    /// <summary>Counts a request. Returns an error if it must not be served, or null.</summary>
    public ErrorResponse? Count(int weight, DateTimeOffset now)
    {
        bool exceedsLimit = weight > Weight - UsedAt(now);
        _window.Count(weight, now);
        if (Ban.RecordViolation(now) is { } until)
        {
            var notice = BanNotice.Create(until, now, RetryAfterFormat.Seconds);
            return new ErrorResponse(418, -1003, notice.Message, "The request was sent before the announced end of the ban.") { Headers = notice.Headers };
        }

        if (exceedsLimit)
        {
            return Warn(now);
        }

        return null;
    }

    private ErrorResponse Warn(DateTimeOffset now)
    {
        var notice = BanNotice.Create(_window.EndAt(now), now, RetryAfterFormat.Seconds);
        Ban.Warn(notice.Until);
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"Too many requests; current limit is {Weight} requests per minute. Please use the websocket for live updates to avoid polling the API.");
        return new ErrorResponse(429, -1003, message) { Headers = notice.Headers };
    }
}

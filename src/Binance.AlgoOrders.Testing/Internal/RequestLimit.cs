using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The weight that one IP address may use in a minute, and what becomes of it when it goes beyond.</summary>
internal sealed class RequestLimit(int secondsOfWindow)
{
    private readonly FixedWindow _minute = new(secondsOfWindow);

    public int Weight { get; set; } = 2400;

    public RequestBan Ban { get; } = new();

    public int UsedAt(DateTimeOffset now) => _minute.UsedAt(now);

    /// <summary>Counts a request; the breach, when it must not be served.</summary>
    public LimitBreach? Count(int weight, DateTimeOffset now)
    {
        bool isTooMuch = weight > Weight - UsedAt(now);
        _minute.Count(weight, now);
        if (Ban.Violate(now) is { } until)
        {
            BanNotice notice = BanNotice.Of(until, now, RetryAfterForm.Seconds);
            return new LimitBreach(new Refusal(418, -1003, notice.Text, "Sent before the time that the exchange had named."), notice.Headers);
        }

        return isTooMuch ? Warn(now) : null;
    }

    private LimitBreach Warn(DateTimeOffset now)
    {
        BanNotice notice = BanNotice.Of(_minute.EndAt(now), now, RetryAfterForm.Seconds);
        Ban.Warn(notice.Until);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"Too many requests; current limit is {Weight} requests per minute. Please use the websocket for live updates to avoid polling the API.");
        return new LimitBreach(new Refusal(429, -1003, text), notice.Headers);
    }
}

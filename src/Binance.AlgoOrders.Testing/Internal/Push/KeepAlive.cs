using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Limits;
using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The pings of the exchange on one connection, and its limits: a pong within 10 minutes, and 24 hours in all. Thread-safe.</summary>
internal sealed class KeepAlive
{
    private const int MaxControlFramesPerSecond = 5;

    private static readonly TimeSpan PingInterval = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PongTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly ExchangeClock _clock;
    private readonly Action<string> _sendPing;
    private readonly ITimer _ping;
    private readonly ITimer _pong;
    private readonly ITimer _age;
    private readonly FixedWindow _controlFrames = new(1);
    private string? _unconfirmed;

    /// <param name="clock">The exchange's clock.</param>
    /// <param name="sendPing">Sends a ping with the given payload.</param>
    /// <param name="close">Closes the connection.</param>
    public KeepAlive(ExchangeClock clock, Action<string> sendPing, Action close)
    {
        _clock = clock;
        _sendPing = sendPing;
        _ping = clock.Time.CreateTimer(_ => Ping(), state: null, PingInterval, PingInterval);
        _pong = clock.Time.CreateTimer(_ => close(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _age = clock.Time.CreateTimer(_ => close(), state: null, MaxAge, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Counts a ping or pong of the client. Returns false if there were too many in this second.</summary>
    public bool CountControlFrame()
    {
        lock (_lock)
        {
            _controlFrames.Count(1, _clock.Now);
            return _controlFrames.UsedAt(_clock.Now) <= MaxControlFramesPerSecond;
        }
    }

    /// <summary>Records a pong. One without the payload of the last ping has no effect.</summary>
    public void Confirm(string payload)
    {
        lock (_lock)
        {
            if (payload == _unconfirmed)
            {
                _unconfirmed = null;
                _pong.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Stop()
    {
        _ping.Dispose();
        _pong.Dispose();
        _age.Dispose();
    }

    private void Ping()
    {
        string payload = _clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        lock (_lock)
        {
            if (_unconfirmed is null)
            {
                _pong.Change(PongTimeout, Timeout.InfiniteTimeSpan);
            }

            _unconfirmed = payload;
        }

        _sendPing(payload);
    }
}

using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests;

/// <summary>Calls that take a time limit of their own.</summary>
public sealed class TimeLimitTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly TestVenue _venue = new();

    public static TheoryData<string> Names => [.. Calls.Keys];

    private static Dictionary<string, Func<AlgoOrderClient, TimeSpan, Task>> Calls { get; } = new(StringComparer.Ordinal)
    {
        ["find"] = (client, timeout) => client.FindAsync(AlgoOrderId.FromAlgoId(7), timeout, TestContext.Current.CancellationToken),
        ["list_open"] = (client, timeout) => client.ListOpenAsync("BTCUSDT", timeout, TestContext.Current.CancellationToken),
        ["cancel_all"] = (client, timeout) => client.CancelAllAsync("BTCUSDT", timeout, TestContext.Current.CancellationToken),
        ["ensure_all_canceled"] = (client, timeout) => client.EnsureAllCanceledAsync("BTCUSDT", timeout, TestContext.Current.CancellationToken),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_ends_at_its_own_time_limit(string name)
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Account.Place();
        _venue.Exchange.Faults.Next(int.MaxValue, Fault.DelayBeforeResponding(TimeSpan.FromMinutes(1)));
        Task call = Calls[name](_venue.Client, Limit);

        Exception? failure = await Record.ExceptionAsync(() => _venue.Time.RunAsync(call));

        Assert.True(failure is null or AlgoOrderException, $"{failure}");
        Assert.InRange(_venue.Time.GetUtcNow() - start, Limit / 2, Limit + TimeSpan.FromMilliseconds(50));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_time_limit_outside_its_range_is_rejected(string name)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => Calls[name](_venue.Client, TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => Calls[name](_venue.Client, TimeSpan.FromMinutes(10) + TimeSpan.FromTicks(1)));

        Assert.Empty(_venue.Exchange.Requests);
    }

    public void Dispose() => _venue.Dispose();
}

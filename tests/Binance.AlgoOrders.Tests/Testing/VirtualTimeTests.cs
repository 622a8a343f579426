using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Tests of calls on a manual clock.</summary>
public class VirtualTimeTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Time_passes_until_the_call_has_ended()
    {
        DateTimeOffset start = _time.GetUtcNow();

        int pauses = await _time.RunAsync(PauseAsync(3));

        Assert.Equal((3, 3 * Pause), (pauses, _time.GetUtcNow() - start));
    }

    [Fact]
    public async Task Time_stands_still_for_a_call_that_has_ended()
    {
        using ITimer timer = _time.CreateTimer(static _ => { }, state: null, Pause, Timeout.InfiniteTimeSpan);

        await _time.RunAsync(Task.CompletedTask);

        Assert.Equal(Pause, _time.NextTimerIn);
    }

    [Fact]
    public async Task The_exception_of_the_call_is_thrown()
    {
        async Task FailAsync()
        {
            await PauseAsync(1);
            throw new InvalidOperationException("Its own.");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => _time.RunAsync(FailAsync()));
    }

    [Fact]
    public async Task Once_the_token_is_canceled_time_stands_still()
    {
        using var caller = new CancellationTokenSource();
        DateTimeOffset start = _time.GetUtcNow();
        using ITimer timer = _time.CreateTimer(_ => caller.Cancel(), state: null, Pause / 2, Timeout.InfiniteTimeSpan);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _time.RunUntilAsync(Task.Delay(Pause, _time, caller.Token), caller.Token));

        Assert.Equal(Pause / 2, _time.GetUtcNow() - start);
    }

    private async Task<int> PauseAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Task.Delay(Pause, _time);
        }

        return times;
    }
}

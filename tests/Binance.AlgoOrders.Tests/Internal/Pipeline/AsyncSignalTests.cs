using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders.Tests.Internal.Pipeline;

public sealed class AsyncSignalTests
{
    private static readonly TimeSpan HangTimeout = TimeSpan.FromSeconds(30);

    private readonly AsyncSignal _signal = new();

    [Fact]
    public void A_wait_after_a_set_is_over_at_once()
    {
        _signal.Set();
        Assert.True(StartWait().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_set_ends_the_wait()
    {
        Task wait = StartWait();
        Assert.False(wait.IsCompleted);
        _signal.Set();
        await wait.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Two_sets_before_a_wait_end_one_wait()
    {
        _signal.Set();
        _signal.Set();
        Assert.True(StartWait().IsCompletedSuccessfully);
        Assert.False(StartWait().IsCompleted);
    }

    [Fact]
    public async Task A_second_set_during_a_wait_ends_the_next_wait_at_once()
    {
        Task wait = StartWait();
        _signal.Set();
        _signal.Set();
        await wait.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        Assert.True(StartWait().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_waiter_that_is_woken_up_can_wait_again()
    {
        for (int round = 0; round < 10; round++)
        {
            Task wait = StartWait();
            Assert.False(wait.IsCompleted);
            _signal.Set();
            await wait.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Reset_forgets_an_earlier_set()
    {
        _signal.Set();
        _signal.Reset();
        Assert.False(StartWait().IsCompleted);
    }

    [Fact]
    public async Task No_event_is_lost_while_several_threads_set_and_one_waits()
    {
        const int Setters = 4;
        const int Events = 20_000;
        int happened = 0;
        Task setting = Task.WhenAll(Enumerable.Range(0, Setters).Select(_ => Task.Run(SetOften, TestContext.Current.CancellationToken)));

        Task waiting = Task.Run(WaitForAllAsync, TestContext.Current.CancellationToken);

        await waiting.WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        await setting;

        void SetOften()
        {
            for (int count = 0; count < Events; count++)
            {
                Interlocked.Increment(ref happened);
                _signal.Set();
            }
        }

        async Task WaitForAllAsync()
        {
            while (Volatile.Read(ref happened) < Setters * Events)
            {
                await _signal.WaitAsync();
            }
        }
    }

    private Task StartWait() => _signal.WaitAsync().AsTask();
}

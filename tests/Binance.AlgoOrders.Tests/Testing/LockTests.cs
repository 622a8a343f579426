using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Another thread reads or writes while the exchange processes a request, and must wait for its end.</summary>
public class LockTests
{
    // A thread that has just started may wait for something else for a moment.
    private const int LeastObservations = 1000;

    private static readonly Dictionary<string, Action<LockTests>> Accesses = new(StringComparer.Ordinal)
    {
        ["SimulatedAccount.HasMargin"] = test => _ = test._account.HasMargin,
        ["SimulatedAccount.HasMargin = …"] = test => test._account.HasMargin = false,
        ["SimulatedAccount.InitialBalance"] = test => _ = test._account.InitialBalance,
        ["SimulatedAccount.InitialBalance = …"] = test => test._account.InitialBalance = 1m,
        ["SimulatedAccount.WalletBalance"] = test => _ = test._account.WalletBalance,
        ["SimulatedAccount.LiveOrders"] = test => _ = test._account.LiveOrders,
        ["SimulatedExchange.EmptyCancelAllErrorCode"] = test => _ = test._exchange.EmptyCancelAllErrorCode,
        ["SimulatedExchange.EmptyCancelAllErrorCode = …"] = test => test._exchange.EmptyCancelAllErrorCode = -2011,
        ["SimulatedExchange.ImmediateTriggerErrorCode"] = test => _ = test._exchange.ImmediateTriggerErrorCode,
        ["SimulatedExchange.ImmediateTriggerErrorCode = …"] = test => test._exchange.ImmediateTriggerErrorCode = -4142,
        ["SimulatedExchange.PlacementViewDelays"] = test => _ = test._exchange.PlacementViewDelays,
        ["SimulatedExchange.PlacementViewDelays = …"] = test => test._exchange.PlacementViewDelays = new SimulatedViewDelays(),
        ["SimulatedExchange.PlacementVisibilityDelay"] = test => _ = test._exchange.PlacementVisibilityDelay,
        ["SimulatedExchange.PlacementVisibilityDelay = …"] = test => test._exchange.PlacementVisibilityDelay = TimeSpan.Zero,
        ["SimulatedExchange.QueryStatusDelay"] = test => _ = test._exchange.QueryStatusDelay,
        ["SimulatedExchange.QueryStatusDelay = …"] = test => test._exchange.QueryStatusDelay = TimeSpan.Zero,
        ["SimulatedExchange.RequestCount"] = test => _ = test._exchange.RequestCount,
        ["SimulatedExchange.RequestsFrom"] = test => _ = test._exchange.RequestsFrom(0),
        ["SimulatedOrder.ActualOrderId"] = test => _ = test._order.ActualOrderId,
        ["SimulatedOrder.Child"] = test => _ = test._order.Child,
        ["SimulatedOrder.IsHiddenFromQueries"] = test => _ = test._order.IsHiddenFromQueries,
        ["SimulatedOrder.IsHiddenFromQueries = …"] = test => test._order.IsHiddenFromQueries = true,
        ["SimulatedOrder.Status"] = test => _ = test._order.Status,
        ["SimulatedOrdinaryOrder.AveragePrice"] = test => _ = test._child.AveragePrice,
        ["SimulatedOrdinaryOrder.ExecutedQuantity"] = test => _ = test._child.ExecutedQuantity,
        ["SimulatedOrdinaryOrder.Status"] = test => _ = test._child.Status,
        ["SimulatedOrdinaryOrder.UpdatedAt"] = test => _ = test._child.UpdatedAt,
    };

    private readonly SimulatedExchange _exchange = new(new ManualTimeProvider());
    private readonly SimulatedAccount _account;
    private readonly SimulatedOrder _order;
    private readonly SimulatedOrdinaryOrder _child;
    private Action _processing = static () => { };

    public LockTests()
    {
        // The exchange calls a verifier within its lock.
        _account = _exchange.AddAccount((_, _) =>
        {
            _processing();
            return false;
        });
        _order = _account.Place();
        _order.Trigger();
        _child = _order.Child!;
    }

    public static TheoryData<string> Members => [.. Accesses.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_member_waits_for_the_lock_of_the_exchange(string member)
    {
        // Compiles the code, because a thread that waits for the compiler looks the same.
        Accesses[member](this);
        var access = new Thread(() => Accesses[member](this)) { IsBackground = true };
        bool isWaiting = false;
        _processing = () =>
        {
            access.Start();
            isWaiting = Waits(access);
        };

        await _exchange.HandleAsync(SignedRequest(), TestContext.Current.CancellationToken);
        access.Join();

        Assert.True(isWaiting, $"{member} must wait for the lock of the exchange, but did not.");
    }

    private static bool Waits(Thread thread)
    {
        for (int observations = 0; thread.IsAlive && observations < LeastObservations; observations++)
        {
            if (!thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
            {
                observations = 0;
            }

            Thread.Yield();
        }

        return thread.IsAlive;
    }

    private SimulatedRequest SignedRequest() => new(
        "GET",
        $"/fapi/v1/openAlgoOrders?timestamp={_exchange.Now.ToUnixTimeMilliseconds()}&signature=YWJj",
        [new("X-MBX-APIKEY", _account.ApiKey)]);
}

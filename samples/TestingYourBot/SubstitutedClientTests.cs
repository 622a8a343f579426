namespace Binance.AlgoOrders.Samples;

/// <summary>The bot's decisions alone: the client is substituted, so every outcome is a line.</summary>
public class SubstitutedClientTests
{
    private static readonly CancelAlgoOrderOutcome Canceled = new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, null, null);

    public static TheoryData<CancelAlgoOrderOutcome> Gone =>
    [
        Canceled,
        new CancelAlgoOrderOutcome.Closed(Order(AlgoOrderStatus.Expired)),
        new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true),
    ];

    public static TheoryData<CancelAlgoOrderOutcome> Triggered =>
    [
        new CancelAlgoOrderOutcome.Triggered(Order(AlgoOrderStatus.Triggered)),
        new CancelAlgoOrderOutcome.Closed(Order(AlgoOrderStatus.Finished)),
    ];

    public static TheoryData<CancelAlgoOrderOutcome> PerhapsStanding =>
    [
        new CancelAlgoOrderOutcome.StillOpen(Order(AlgoOrderStatus.New), LastError: null),
        new CancelAlgoOrderOutcome.Unknown(new TimeoutException(), LastSeen: null),
        new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: false),
    ];

    [Fact]
    public async Task A_falling_price_moves_nothing()
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(Canceled, 60_000m, 59_000m);

        Assert.Equal((1, 0, 58_000m), (client.Placed.Count, client.Canceled.Count, bot.GuardedAt));
    }

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task Where_the_old_stop_is_gone_the_next_one_is_placed(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m);

        Assert.Equal((2, 59_000m, false), (client.Placed.Count, bot.GuardedAt, bot.HasTriggered));
    }

    [Theory]
    [MemberData(nameof(Triggered))]
    public async Task Where_it_triggered_nothing_is_placed_any_more(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m, 62_000m);

        Assert.Equal((1, true), (client.Placed.Count, bot.HasTriggered));
    }

    [Theory]
    [MemberData(nameof(PerhapsStanding))]
    public async Task Where_it_may_still_stand_it_is_kept_and_the_next_price_tries_again(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m, 62_000m);

        Assert.Equal((1, 2, 58_000m), (client.Placed.Count, client.Canceled.Count, bot.GuardedAt));
    }

    private static AlgoOrder Order(AlgoOrderStatus status) => new() { AlgoId = 1, Status = status };

    private static async Task<(ScriptedClient Client, FollowingStop Bot)> AfterPricesAsync(CancelAlgoOrderOutcome outcome, params decimal[] prices)
    {
        var client = new ScriptedClient(outcome);
        var bot = new FollowingStop(client, "BTCUSDT", distance: 2_000m);
        foreach (decimal price in prices)
        {
            await bot.FollowAsync(price, TestContext.Current.CancellationToken);
        }

        return (client, bot);
    }
}

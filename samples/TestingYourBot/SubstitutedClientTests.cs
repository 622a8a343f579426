namespace Binance.AlgoOrders.Samples;

/// <summary>Tests the bot's decisions with a substituted client, one line for every outcome.</summary>
public class SubstitutedClientTests
{
    private static readonly CancelAlgoOrderOutcome Canceled = new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, null, null);

    public static TheoryData<CancelAlgoOrderOutcome> Gone =>
    [
        Canceled,
        new CancelAlgoOrderOutcome.Ended(Order(AlgoOrderStatus.Expired)),
        new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true),
    ];

    public static TheoryData<CancelAlgoOrderOutcome> Triggered =>
    [
        new CancelAlgoOrderOutcome.Triggered(Order(AlgoOrderStatus.Triggered)),
        new CancelAlgoOrderOutcome.Triggered(Order(AlgoOrderStatus.Finished)),
    ];

    public static TheoryData<CancelAlgoOrderOutcome> MayBeLive =>
    [
        new CancelAlgoOrderOutcome.StillOpen(Order(AlgoOrderStatus.New), LastError: null),
        new CancelAlgoOrderOutcome.Unknown(new TimeoutException(), LastSeen: null),
        new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: false),
    ];

    [Fact]
    public async Task The_stop_stays_when_the_price_falls()
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(Canceled, 60_000m, 59_000m);

        Assert.Equal((1, 0, 58_000m), (client.Placed.Count, client.Canceled.Count, bot.StopPrice));
    }

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task The_next_stop_is_placed_when_the_old_one_is_gone(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m);

        Assert.Equal((2, 59_000m, false), (client.Placed.Count, bot.StopPrice, bot.HasTriggered));
    }

    [Theory]
    [MemberData(nameof(Triggered))]
    public async Task No_stop_is_placed_after_a_trigger(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m, 62_000m);

        Assert.Equal((1, true), (client.Placed.Count, bot.HasTriggered));
    }

    [Theory]
    [MemberData(nameof(MayBeLive))]
    public async Task The_stop_is_kept_and_retried_when_the_old_one_may_be_live(CancelAlgoOrderOutcome outcome)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m, 62_000m);

        Assert.Equal((1, 2, 58_000m), (client.Placed.Count, client.Canceled.Count, bot.StopPrice));
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

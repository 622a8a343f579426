using System.Net;

namespace Binance.AlgoOrders.Samples;

/// <summary>Tests the bot's decisions with a substituted client, one line for every outcome.</summary>
public class SubstitutedClientTests
{
    private static readonly AlgoOrder Stop = new() { AlgoId = 7, Status = AlgoOrderStatus.New, TriggerPrice = 59_000m };
    private static readonly CancelAlgoOrderOutcome Canceled = new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, null, null);
    private static readonly CancelAlgoOrderOutcome NotFound = new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true);
    private static readonly PlaceAlgoOrderOutcome Refused =
        new PlaceAlgoOrderOutcome.Refused(new BinanceApiException("Refused.", ExecutionStatus.NotExecuted, HttpStatusCode.BadRequest));
    private static readonly PlaceAlgoOrderOutcome MaybePlaced = new PlaceAlgoOrderOutcome.Unknown(new TimeoutException(), LastSeen: null);

    public static TheoryData<ReplaceAlgoOrderOutcome, decimal> Protected => new()
    {
        { new ReplaceAlgoOrderOutcome.Replaced(Stop, Canceled), 59_000m },
        { new ReplaceAlgoOrderOutcome.Unknown(new PlaceAlgoOrderOutcome.Resting(Stop), NotFound), 59_000m },
        { new ReplaceAlgoOrderOutcome.Restored(Stop with { TriggerPrice = 58_000m }, Refused), 58_000m },
        { new ReplaceAlgoOrderOutcome.Kept(Stop with { TriggerPrice = 58_000m }, Refused), 58_000m },
    };

    [Fact]
    public async Task The_stop_stays_when_the_price_falls()
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(new ReplaceAlgoOrderOutcome.Replaced(Stop, Canceled), 60_000m, 59_000m);

        Assert.Equal((1, 0, 58_000m), (client.Placed.Count, client.Replaced.Count, bot.StopPrice));
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task The_stop_is_the_one_that_is_live(ReplaceAlgoOrderOutcome outcome, decimal stopPrice)
    {
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(outcome, 60_000m, 61_000m);

        Assert.Equal((1, stopPrice, false), (client.Placed.Count, bot.StopPrice, bot.HasTriggered));
    }

    [Fact]
    public async Task The_next_price_places_a_stop_when_there_is_none()
    {
        var unprotected = new ReplaceAlgoOrderOutcome.Unprotected(Canceled, Refused);
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(unprotected, 60_000m, 61_000m, 62_000m);

        Assert.Equal((2, 60_000m), (client.Placed.Count, bot.StopPrice));
    }

    [Fact]
    public async Task The_next_price_replaces_a_stop_that_may_be_live()
    {
        (ScriptedClient client, FollowingStop _) = await AfterPricesAsync(new ReplaceAlgoOrderOutcome.Unknown(MaybePlaced, Canceled), 60_000m, 61_000m, 62_000m);

        Assert.Equal(AlgoOrderId.FromClientAlgoId(client.Replaced[0].Replacement.ClientAlgoId), client.Replaced[1].CurrentId);
    }

    [Fact]
    public async Task Nothing_is_placed_after_a_trigger()
    {
        var triggered = new ReplaceAlgoOrderOutcome.CurrentTriggered(Stop with { Status = AlgoOrderStatus.Triggered }, Replacement: null);
        (ScriptedClient client, FollowingStop bot) = await AfterPricesAsync(triggered, 60_000m, 61_000m, 62_000m);

        Assert.Equal((1, 1, true), (client.Placed.Count, client.Replaced.Count, bot.HasTriggered));
    }

    private static async Task<(ScriptedClient Client, FollowingStop Bot)> AfterPricesAsync(ReplaceAlgoOrderOutcome outcome, params decimal[] prices)
    {
        var client = new ScriptedClient(outcome);
        var bot = new FollowingStop(client, "BTCUSDT", distance: 2_000m);
        foreach (decimal price in prices)
        {
            Exception? failure = await Record.ExceptionAsync(() => bot.FollowAsync(price, TestContext.Current.CancellationToken));
            Assert.True(failure is null or PositionMayBeUnprotectedException, $"{failure}");
        }

        return (client, bot);
    }
}

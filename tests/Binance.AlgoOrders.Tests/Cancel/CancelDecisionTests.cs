using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Decides about states that the exhaustive check reached.</summary>
public class CancelDecisionTests
{
    private const string ClientId = "my-stop";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ClockMoment StartOnBinance = new(Start, TimeSpan.FromMilliseconds(10));

    private static readonly ClockMoment Unread = new(Start, TimeSpan.FromMinutes(1));

    private static AlgoOrder Stop { get; } = new()
    {
        AlgoId = 1,
        ClientAlgoId = ClientId,
        Status = AlgoOrderStatus.New,
        Symbol = "BTCUSDT",
        CreateTime = Start.AddDays(-10),
        UpdateTime = Start.AddDays(-10),
    };

    private static LookupResult Absent { get; } = new LookupResult.NotFound(AbsentFromOpenOrders: true);

    private static AlgoOrder TriggeredBefore { get; } = Stop with { Status = AlgoOrderStatus.Triggered, UpdateTime = Start.AddSeconds(-1) };

    private static CancelFacts ByClientId { get; } = CancelFacts.Of(CancelAlgoOrderRequest.ByClientAlgoId(ClientId) with { Symbol = "BTCUSDT" }, Unread);

    [Fact]
    public void A_lookup_after_a_lost_cancel_is_not_repeated_without_a_pause()
    {
        CancelFacts facts = CancelFacts.Of(CancelAlgoOrderRequest.For(Stop) with { Mode = CancelMode.LookUpFirst }, Unread)
            .AfterSighting(Stop, Seconds(0))
            .AfterCancel(new AttemptFacts(ExecutionStatus.Unknown, NextStep.LookUp), Seconds(1), Seconds(4))
            .AfterAbsence(Seconds(1)).AfterOpenOrders(Absent, Seconds(1));

        CancelStep step = CancelDecision.Next(facts, At(1));

        Assert.Equal(CancelStepKind.Pause, step.Kind);
        Assert.True(step.Time > TimeSpan.Zero);
    }

    [Fact]
    public void A_second_cancel_after_a_lost_one_follows_without_a_pause()
    {
        CancelFacts facts = CancelFacts.Of(CancelAlgoOrderRequest.For(Stop), Unread)
            .AfterCancel(new AttemptFacts(ExecutionStatus.Unknown, NextStep.LookUp), Seconds(1), Seconds(4))
            .AfterSighting(Stop, Seconds(1));

        Assert.Equal(CancelStep.Pause(TimeSpan.Zero), CancelDecision.Next(facts, At(1)));
    }

    [Fact]
    public void An_order_that_triggered_before_the_call_did_not_end_by_retention_although_a_query_showed_it_as_live()
    {
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0));
        facts = facts.AfterSighting(TriggeredBefore, Seconds(1)).AfterClock(StartOnBinance);
        facts = facts.AfterSighting(TriggeredBefore, Seconds(3)).AfterOpenOrders(new LookupResult.NotFound(AbsentFromOpenOrders: true), Seconds(3));

        Assert.Equal(CancelStep.To(CancelClaim.Triggered), CancelDecision.Next(facts, At(3)));
    }

    [Fact]
    public void An_order_that_queries_lost_is_not_canceled_by_its_client_id_although_an_older_one_is_shown()
    {
        AlgoOrder older = TriggeredBefore with { AlgoId = Stop.AlgoId - 1 };
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0)).AfterClock(StartOnBinance).AfterAbsence(Seconds(1)).AfterOpenOrders(Absent, Seconds(1));

        Assert.Equal(AlgoOrderId.FromAlgoId(Stop.AlgoId), facts.AfterSighting(older, Seconds(2)).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_order_of_unknown_age_is_left_alone_after_one_that_was_seen_and_had_ended(double secondsAfterStart)
    {
        var imprecise = new ClockMoment(Start, TimeSpan.FromSeconds(2));
        AlgoOrder canceledBefore = Stop with { Status = AlgoOrderStatus.Canceled, UpdateTime = Start.AddSeconds(-3) };
        AlgoOrder next = Stop with { AlgoId = Stop.AlgoId + 1, CreateTime = Start.AddSeconds(secondsAfterStart) };
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0)).AfterClock(imprecise).AfterSighting(canceledBefore, Seconds(1));

        facts = facts.AfterSighting(next, Seconds(2));

        Assert.NotEqual(AlgoOrderId.FromAlgoId(next.AlgoId), facts.Id);
        Assert.NotEqual(CancelStepKind.Cancel, CancelDecision.Next(facts, At(2)).Kind);
    }

    [Fact]
    public void An_order_that_was_mistaken_for_the_one_that_is_meant_is_given_up_for_a_younger_one()
    {
        AlgoOrder younger = TriggeredBefore with { AlgoId = Stop.AlgoId + 1 };
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0)).AfterClock(StartOnBinance).AfterAbsence(Seconds(1)).AfterOpenOrders(Absent, Seconds(1));

        Assert.Equal(facts.RequestedId, facts.AfterSighting(younger, Seconds(2)).Id);
    }

    [Fact]
    public void An_ended_order_that_cannot_be_dated_says_nothing()
    {
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0)).AfterSighting(TriggeredBefore, Seconds(1)).AfterClock(startedAt: null);

        Assert.Null(facts.UndatedOrder);
        Assert.Equal(CancelStepKind.Pause, CancelDecision.Next(facts, At(1)).Kind);
    }

    [Theory]
    [InlineData("CANCELED")]
    [InlineData("TRIGGERED")]
    [InlineData("EXPIRED")]
    public void An_ended_order_without_a_time_is_neither_the_one_that_is_meant_nor_an_earlier_one(string status)
    {
        AlgoOrder ended = Stop with { Status = new(status), UpdateTime = null };
        CancelFacts facts = ByClientId.AfterClock(StartOnBinance);
        for (int second = 0; second <= 3; second++)
        {
            facts = facts.AfterSighting(ended, Seconds(second));
        }

        Assert.Equal((null, null), (facts.LastSeen, facts.EarlierOrder));
        Assert.Equal(CancelStepKind.Pause, CancelDecision.Next(facts, At(3)).Kind);
        Assert.Equal(CancelStep.To(CancelClaim.Unknown), CancelDecision.Next(facts, At(10)));
    }

    [Fact]
    public void An_open_order_without_a_time_is_left_alone_after_one_that_had_ended()
    {
        AlgoOrder canceledBefore = Stop with { Status = AlgoOrderStatus.Canceled, UpdateTime = Start.AddSeconds(-3) };
        AlgoOrder next = Stop with { AlgoId = Stop.AlgoId + 1, CreateTime = null };
        CancelFacts facts = ByClientId.AfterClock(StartOnBinance).AfterSighting(canceledBefore, Seconds(1)).AfterSighting(next, Seconds(2));

        Assert.Equal(facts.RequestedId, facts.Id);
        Assert.NotEqual(CancelStepKind.Cancel, CancelDecision.Next(facts.AfterPause(), At(2)).Kind);
    }

    [Fact]
    public void An_open_order_without_a_time_is_the_one_that_is_meant_if_no_other_was_seen()
    {
        AlgoOrder open = Stop with { CreateTime = null };

        Assert.Equal(AlgoOrderId.FromAlgoId(open.AlgoId), ByClientId.AfterClock(StartOnBinance).AfterSighting(open, Seconds(1)).Id);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_client_id_ends_by_retention_only_if_a_list_would_show_another_order_of_it_by_now(int secondsOfAbsence, bool isEnded)
    {
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0))
            .AfterClock(StartOnBinance)
            .AfterAbsence(Seconds(1)).AfterOpenOrders(Absent, Seconds(1))
            .AfterAbsence(Seconds(secondsOfAbsence)).AfterOpenOrders(Absent, Seconds(secondsOfAbsence));

        Assert.Equal(isEnded, CancelDecision.Next(facts, At(2)).Claim == CancelClaim.EndedByRetention);
    }

    [Fact]
    public void A_query_after_which_the_open_orders_could_not_be_read_does_not_complete_an_absence()
    {
        CancelFacts absent = ByClientId.AfterAbsence(Seconds(0)).AfterOpenOrders(Absent, Seconds(0)).AfterAbsence(Seconds(1)).AfterOpenOrders(Absent, Seconds(1));
        var attempt = new Attempt(FindAlgoOrderEndpoint.CreateLookup(ByClientId.Id), new ApiRoute(new Uri("http://localhost/"), ""), Start, startTimestamp: 0)
        {
            Rule = ResponseRules.Table.Single(rule => rule.Name == "no response"),
        };
        var failed = new LookupResult.Failed(attempt);

        Assert.NotEqual(CancelStepKind.Claim, CancelDecision.Next(absent.AfterAbsence(Seconds(2)).AfterOpenOrders(failed, Seconds(2)), At(2)).Kind);
        Assert.Equal(CancelClaim.NotFound, CancelDecision.Next(absent.AfterAbsence(Seconds(2)).AfterOpenOrders(Absent, Seconds(2)), At(2)).Claim);
    }

    [Fact]
    public void A_lookup_calls_an_order_open_only_if_the_open_orders_contain_it()
    {
        CancelFacts lookup = CancelFacts.Of(CancelAlgoOrderRequest.ByAlgoId(Stop.AlgoId) with { Symbol = "BTCUSDT", Mode = CancelMode.LookUpOnly }, Unread);

        Assert.Equal(CancelStep.LookUp, CancelDecision.Next(lookup, At(0)));
        Assert.Equal(CancelStepKind.Pause, CancelDecision.Next(lookup.AfterSighting(Stop, Seconds(0)), At(1)).Kind);
        Assert.Equal(CancelClaim.Unknown, CancelDecision.Next(lookup.AfterSighting(Stop, Seconds(9)), At(10)).Claim);
        Assert.Equal(CancelStep.To(CancelClaim.StillOpen), CancelDecision.Next(lookup.AfterListing(Stop, Seconds(0)), At(1)));
    }

    [Fact]
    public void An_order_that_a_younger_one_of_its_client_id_hides_is_gone_after_two_queries_by_its_algoId()
    {
        AlgoOrder younger = Stop with { AlgoId = 2, CreateTime = Start.AddSeconds(1) };
        CancelFacts facts = ByClientId.AfterSighting(Stop, Seconds(0)).AfterClock(StartOnBinance);
        CancelFacts hidden = After(After(facts, 1), 2);

        Assert.Equal(AlgoOrderId.FromAlgoId(Stop.AlgoId), hidden.IdToQuery);
        Assert.Equal(CancelStepKind.Pause, CancelDecision.Next(hidden, At(2)).Kind);
        Assert.Equal(CancelClaim.EndedByRetention, CancelDecision.Next(After(hidden, 3), At(3)).Claim);

        CancelFacts After(CancelFacts before, int second) => before.AfterAbsence(Seconds(second)).AfterOpenOrders(new LookupResult.Found(younger), Seconds(second));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static CancelTime At(int seconds) =>
        new(Seconds(seconds), Seconds(10 - seconds), Reserve: Seconds(2), VisibilityLag: Seconds(2), Backoff: TimeSpan.FromMilliseconds(200), Start + Seconds(seconds));
}

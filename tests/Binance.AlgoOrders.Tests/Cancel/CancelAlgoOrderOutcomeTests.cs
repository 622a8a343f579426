namespace Binance.AlgoOrders.Tests.Cancel;

public class CancelAlgoOrderOutcomeTests
{
    private static readonly AlgoOrder Order = new() { AlgoId = 1, Status = AlgoOrderStatus.New };
    private static readonly AlgoOrderTransportException Error = new("lost", ExecutionStatus.Unknown);

    public static TheoryData<CancelAlgoOrderOutcome, string, bool> Cases => new()
    {
        { new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, null, Order), "canceled", true },
        { new CancelAlgoOrderOutcome.Triggered(Order), "triggered", false },
        { new CancelAlgoOrderOutcome.Ended(Order), "ended", true },
        { new CancelAlgoOrderOutcome.NotFound(true), "notFound", false },
        { new CancelAlgoOrderOutcome.StillOpen(Order, Error), "stillOpen", false },
        { new CancelAlgoOrderOutcome.Unknown(Error, null), "unknown", false },
    };

    public static TheoryData<CancelAlgoOrderOutcome, string> Reasons => new()
    {
        { new CancelAlgoOrderOutcome.Triggered(Order with { ActualOrderIdText = "77" }), "has triggered. Its child order 77 may be live" },
        { new CancelAlgoOrderOutcome.Triggered(Order), "is triggering. It has no child order yet" },
        { new CancelAlgoOrderOutcome.Triggered(Order with { Status = AlgoOrderStatus.Finished, ActualOrderIdText = "77" }), "is finished. Its child order 77 was filled or canceled" },
        { new CancelAlgoOrderOutcome.NotFound(true), "Binance did not find the order" },
        { new CancelAlgoOrderOutcome.StillOpen(Order, Error), "still open" },
        { new CancelAlgoOrderOutcome.Unknown(Error, null), "Outcome unknown" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_calls_the_function_of_the_case_and_only_two_cases_are_inactive(CancelAlgoOrderOutcome outcome, string branch, bool isInactive)
    {
        Assert.Equal(branch, outcome.Match(_ => "canceled", _ => "triggered", _ => "ended", _ => "notFound", _ => "stillOpen", _ => "unknown"));
        Assert.Equal(isInactive, outcome.IsInactive);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EnsureInactive_returns_an_inactive_outcome_and_throws_for_the_others(CancelAlgoOrderOutcome outcome, string branch, bool isInactive)
    {
        if (isInactive)
        {
            Assert.Same(outcome, outcome.EnsureInactive());
            return;
        }

        var exception = Assert.Throws<AlgoOrderMayBeActiveException>(outcome.EnsureInactive);
        Assert.Same(outcome, exception.Outcome);
        Assert.Equal(branch is "triggered" or "stillOpen" ? ExecutionStatus.NotExecuted : ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public void Match_rejects_a_missing_function_in_every_case()
    {
        static string Branch(object outcome) => "any";
        var unknown = new CancelAlgoOrderOutcome.Unknown(Error, null);
        var notFound = new CancelAlgoOrderOutcome.NotFound(true);

        Assert.Throws<ArgumentNullException>("canceled", () => unknown.Match(null!, Branch, Branch, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("triggered", () => unknown.Match(Branch, null!, Branch, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("ended", () => unknown.Match(Branch, Branch, null!, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("notFound", () => unknown.Match(Branch, Branch, Branch, null!, Branch, Branch));
        Assert.Throws<ArgumentNullException>("stillOpen", () => unknown.Match(Branch, Branch, Branch, Branch, null!, Branch));
        Assert.Throws<ArgumentNullException>("unknown", () => notFound.Match(Branch, Branch, Branch, Branch, Branch, null!));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_exception_says_why_the_order_may_be_live(CancelAlgoOrderOutcome outcome, string reason) =>
        Assert.Contains(reason, Assert.Throws<AlgoOrderMayBeActiveException>(outcome.EnsureInactive).Message, StringComparison.Ordinal);

    [Fact]
    public void ToString_counts_the_attempts()
    {
        var outcome = new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true)
        {
            Attempts = [new CancelAttempt { Endpoint = "DELETE /fapi/v1/algoOrder", StartedAt = default, Duration = default, Execution = ExecutionStatus.NotExecuted }],
        };

        Assert.Equal("NotFound { IsInactive = False, Attempts = 1, AbsentFromOpenOrders = True, EarlierOrder =  }", outcome.ToString());
    }
}

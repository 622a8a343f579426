namespace Binance.AlgoOrders.Tests.Cancel;

public class CancelAlgoOrderOutcomeTests
{
    private static readonly AlgoOrder Order = new() { AlgoId = 1, Status = AlgoOrderStatus.New };
    private static readonly AlgoOrderTransportException Error = new("lost", ExecutionStatus.Unknown);

    public static TheoryData<CancelAlgoOrderOutcome, string, bool> Cases => new()
    {
        { new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, null, Order), "canceled", true },
        { new CancelAlgoOrderOutcome.Triggered(Order), "triggered", false },
        { new CancelAlgoOrderOutcome.Closed(Order), "closed", true },
        { new CancelAlgoOrderOutcome.NotFound(true), "notFound", false },
        { new CancelAlgoOrderOutcome.StillOpen(Order, Error), "stillOpen", false },
        { new CancelAlgoOrderOutcome.Unknown(Error, null), "unknown", false },
    };

    public static TheoryData<CancelAlgoOrderOutcome, string> Reasons => new()
    {
        { new CancelAlgoOrderOutcome.Triggered(Order with { ActualOrderIdText = "77" }), "has triggered; its child order 77 may be live" },
        { new CancelAlgoOrderOutcome.Triggered(Order), "has triggered; its child order (not placed yet) may be live" },
        { new CancelAlgoOrderOutcome.NotFound(true), "Binance does not know the order" },
        { new CancelAlgoOrderOutcome.StillOpen(Order, Error), "still open" },
        { new CancelAlgoOrderOutcome.Unknown(Error, null), "not known what became of the order" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_has_its_branch_and_only_two_claim_that_the_order_is_inactive(CancelAlgoOrderOutcome outcome, string branch, bool isInactive)
    {
        Assert.Equal(branch, outcome.Match(_ => "canceled", _ => "triggered", _ => "closed", _ => "notFound", _ => "stillOpen", _ => "unknown"));
        Assert.Equal(isInactive, outcome.IsInactive);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EnsureInactive_returns_what_is_inactive_and_throws_the_rest(CancelAlgoOrderOutcome outcome, string branch, bool isInactive)
    {
        if (isInactive)
        {
            Assert.Same(outcome, outcome.EnsureInactive());
            return;
        }

        var exception = Assert.Throws<AlgoOrderNotInactiveException>(outcome.EnsureInactive);
        Assert.Same(outcome, exception.Outcome);
        Assert.Equal(branch is "triggered" or "stillOpen" ? ExecutionStatus.NotExecuted : ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public void A_branch_that_is_missing_is_refused_whatever_the_case()
    {
        static string Branch(object outcome) => "any";
        var unknown = new CancelAlgoOrderOutcome.Unknown(Error, null);
        var notFound = new CancelAlgoOrderOutcome.NotFound(true);

        Assert.Throws<ArgumentNullException>("canceled", () => unknown.Match(null!, Branch, Branch, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("triggered", () => unknown.Match(Branch, null!, Branch, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("closed", () => unknown.Match(Branch, Branch, null!, Branch, Branch, Branch));
        Assert.Throws<ArgumentNullException>("notFound", () => unknown.Match(Branch, Branch, Branch, null!, Branch, Branch));
        Assert.Throws<ArgumentNullException>("stillOpen", () => unknown.Match(Branch, Branch, Branch, Branch, null!, Branch));
        Assert.Throws<ArgumentNullException>("unknown", () => notFound.Match(Branch, Branch, Branch, Branch, Branch, null!));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_exception_says_why_the_order_may_be_live(CancelAlgoOrderOutcome outcome, string reason) =>
        Assert.Contains(reason, Assert.Throws<AlgoOrderNotInactiveException>(outcome.EnsureInactive).Message, StringComparison.Ordinal);

    [Fact]
    public void As_text_it_counts_its_attempts()
    {
        var outcome = new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true)
        {
            Attempts = [new CancelAttempt { Operation = "DELETE /fapi/v1/algoOrder", StartedAt = default, Duration = default, Result = CancelAttemptResult.NotExecuted }],
        };

        Assert.Equal("NotFound { IsInactive = False, Attempts = 1, AbsentFromOpenOrders = True }", outcome.ToString());
    }
}

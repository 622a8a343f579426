namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Compares outcomes of cancels. The attempts are no part of the equality, because they are created on first use.</summary>
public sealed class OutcomeEqualityTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task An_outcome_in_a_set_is_found_after_it_was_printed()
    {
        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(_venue.Account.Place());
        HashSet<CancelAlgoOrderOutcome> set = [outcome];

        Assert.Contains("Attempts = 1", outcome.ToString(), StringComparison.Ordinal);
        Assert.Contains(outcome, set);
    }

    [Fact]
    public async Task An_outcome_equals_its_copy_whose_attempts_were_read()
    {
        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(_venue.Account.Place());
        CancelAlgoOrderOutcome copy = outcome with { };

        Assert.Single(copy.Attempts);
        Assert.Equal(outcome, copy);
        Assert.Equal(outcome.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Outcomes_of_different_attempts_are_equal_and_of_different_orders_are_not()
    {
        var order = new AlgoOrder { AlgoId = 1, Status = AlgoOrderStatus.Triggered };
        CancelAlgoOrderOutcome triggered = new CancelAlgoOrderOutcome.Triggered(order);

        Assert.Equal(triggered, triggered with { Attempts = [] });
        Assert.NotEqual(triggered, new CancelAlgoOrderOutcome.Triggered(order with { AlgoId = 2 }));
        Assert.NotEqual<CancelAlgoOrderOutcome>(new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: false), triggered);
    }

    public void Dispose() => _venue.Dispose();
}

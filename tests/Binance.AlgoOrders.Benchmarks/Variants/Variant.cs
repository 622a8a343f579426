namespace Binance.AlgoOrders.Benchmarks;

/// <summary>One way to do what is measured.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="CallAsync">Does it once.</param>
/// <param name="Owned">What it is done with; null: nothing that needs to be freed.</param>
internal sealed record Variant(string Name, Func<Task> CallAsync, IDisposable? Owned) : IDisposable
{
    /// <summary>Does it so often, and makes sure that it is a cancel that is measured.</summary>
    public async Task WarmUpAsync(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Task task = CallAsync();
            await task;
            if (task is Task<CancelAlgoOrderOutcome> ensured && await ensured is not CancelAlgoOrderOutcome.Canceled)
            {
                throw new InvalidOperationException($"{Name} did not cancel.");
            }
        }
    }

    public void Dispose() => Owned?.Dispose();
}

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A measured operation.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="CallAsync">Runs the operation once.</param>
/// <param name="Owned">The object that the variant disposes of, or null.</param>
internal sealed record Variant(string Name, Func<Task> CallAsync, IDisposable? Owned) : IDisposable
{
    /// <summary>Runs the operation repeatedly and checks that it cancels.</summary>
    public async Task WarmUpAsync(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Task task = CallAsync();
            await task;
            if (task is Task<CancelAlgoOrderOutcome> ensured && await ensured is not CancelAlgoOrderOutcome.Canceled)
            {
                throw new InvalidOperationException($"{Name} must cancel the order, but did not.");
            }
        }
    }

    public void Dispose() => Owned?.Dispose();
}

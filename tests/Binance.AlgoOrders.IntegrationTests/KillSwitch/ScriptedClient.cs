using System.Net;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>A client with one order, which is in no list after the cancel of all orders.</summary>
internal sealed class ScriptedClient : AlgoOrderClient
{
    /// <summary>Gets the exception of the list, or null if it contains the order.</summary>
    public Exception? ListFailure { get; init; }

    /// <summary>Gets the outcome of the order, or null if its cancel and the cancel of all orders fail by a defect of the program.</summary>
    public CancelAlgoOrderOutcome? Outcome { get; init; }

    public override Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default) =>
        throw new AlgoOrderNotFoundException("Unknown order sent.", ExecutionStatus.NotExecuted, HttpStatusCode.BadRequest);

    public override Task<IReadOnlyList<AlgoOrder>> ListOpenAsync(string? symbol = null, CancellationToken cancellationToken = default)
    {
        if (ListFailure is { } failure)
        {
            throw failure;
        }

        return Task.FromResult<IReadOnlyList<AlgoOrder>>([new AlgoOrder { AlgoId = 42, Status = AlgoOrderStatus.New, Symbol = symbol }]);
    }

    public override Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(Outcome ?? throw new InvalidOperationException("the cancel is broken\non two lines"));

    public override async Task<CancelAllAlgoOrdersOutcome> EnsureAllCanceledAsync(string symbol, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (Outcome is null)
        {
            throw new InvalidOperationException("the cancel of all is broken");
        }

        return new CancelAllAlgoOrdersOutcome { Symbol = symbol, IsClear = true, Orders = [] };
    }
}

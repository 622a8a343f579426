using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>
/// Replaces an order. Collects what became of each order and follows <see cref="ReplaceDecision"/>, which decides about every step and about the claim. Each
/// step is a part of the call with a deadline of its own, so that time is left for the steps that protect the position.
/// </summary>
internal sealed class ReplaceProcedure
{
    private const int PartsOfTime = 8;

    private readonly RequestPipeline _pipeline;
    private readonly CallContext _call;
    private readonly ReplaceAlgoOrderRequest _request;
    private AlgoOrder? _current;
    private NewAlgoOrder? _bridge;
    private NewAlgoOrder? _restored;
    private ReplaceFacts _facts;
    private ReplaceStep? _step;
    private DateTimeOffset? _mayExecuteUntil;

    private ReplaceProcedure(RequestPipeline pipeline, CallContext call, ReplaceAlgoOrderRequest request)
    {
        (_pipeline, _call, _request, _current) = (pipeline, call, request, request.Current);
        _facts = new ReplaceFacts { Sequence = request.Sequence };
    }

    private string Symbol => _request.Replacement.Symbol;

    private CancelAlgoOrderRequest CurrentRequest => _current switch
    {
        { } order => CancelAlgoOrderRequest.For(order) with { Symbol = Symbol },
        _ => CancelAlgoOrderRequest.ById(_request.CurrentId) with { Symbol = Symbol, MeantAt = _call.StartTimestamp },
    };

    public static Task<ReplaceAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, ReplaceAlgoOrderRequest request) =>
        new ReplaceProcedure(pipeline, call, request).RunAsync();

    private async Task<ReplaceAlgoOrderOutcome> RunAsync()
    {
        try
        {
            await PrepareAsync().ConfigureAwait(false);
            while (true)
            {
                ReplaceStep step = ReplaceDecision.Next(_facts);
                if (ReplaceClaims.Create(step, _facts) is { } outcome)
                {
                    return AddIds(outcome) with { MayExecuteUntil = _mayExecuteUntil };
                }

                _call.CancellationToken.ThrowIfCancellationRequested();
                _step = step;
                _facts = await RunAsync(step).ConfigureAwait(false);
                _step = null;
            }
        }
        catch (OperationCanceledException canceled) when (_call.CancellationToken.IsCancellationRequested)
        {
            throw new ReplaceCanceledException(_request, AfterCancellation(canceled), canceled);
        }
    }

    private async Task PrepareAsync()
    {
        // With a timestamp of a clock that is ahead, a lost request may be executed as much later.
        if (_pipeline.Clock.SynchronizedTime is null)
        {
            await _pipeline.Clock.SynchronizeAsync(StartPart(PartsOfTime - 1)).ConfigureAwait(false);
        }

        _current ??= await CurrentOrderLookup.FindOpenAsync(_pipeline, StartPart(PartsOfTime / 2), _request.CurrentId, Symbol).ConfigureAwait(false);
        _restored = CreateRestored();
        _facts = CreateFacts();
    }

    private ReplaceFacts CreateFacts() => _facts with
    {
        Sequence = _request.ChooseSequence(_current),
        IsAutomatic = _request.Sequence == ReplaceSequence.Automatic,
        CanBridge = _request is { BridgeQuantity: not null, Replacement.ClosesPosition: true },
        CanRestore = _restored is not null,
    };

    private NewAlgoOrder? CreateRestored()
    {
        if (_current is null || !_request.RestoreOnRefusal)
        {
            return null;
        }

        return OrderTerms.TryCopy(_current) is { } copy && copy.Validate(_pipeline.Clock.SynchronizedTime) is null ? copy : null;
    }

    private async Task<ReplaceFacts> RunAsync(ReplaceStep step) => step switch
    {
        ReplaceStep.PlaceReplacement => _facts.AfterReplacement(await PlaceAsync(_request.Replacement, reservedParts: 1).ConfigureAwait(false)),
        ReplaceStep.PlaceBridge => _facts.AfterBridge(await PlaceAsync(CreateBridge(), reservedParts: 3).ConfigureAwait(false)),
        ReplaceStep.Restore => _facts with { Restored = await PlaceAsync(_restored!, reservedParts: 0).ConfigureAwait(false) },
        ReplaceStep.CancelCurrent => _facts with { Current = await SettleAsync(CurrentRequest, GetPartsAfterCancel()).ConfigureAwait(false) },
        ReplaceStep.CancelReplacement => _facts with { ReplacementEnd = await CancelPlacedAsync(_facts.Replacement!, _request.Replacement).ConfigureAwait(false) },
        ReplaceStep.CancelBridge => _facts with { BridgeEnd = await CancelPlacedAsync(_facts.Bridge!, _bridge!).ConfigureAwait(false) },
        _ => _facts with { Current = await SettleAsync(CurrentRequest with { Mode = CancelMode.LookUpOnly }, reservedParts: 0).ConfigureAwait(false) },
    };

    private NewAlgoOrder CreateBridge() => _bridge ??= OrderTerms.CreateBridge(_request.Replacement, _request.BridgeQuantity!.Value);

    // After the cancel, the replacement is still to be placed, or to be canceled again.
    private int GetPartsAfterCancel() => _facts.Replacement is null ? 2 : 1;

    private CallContext StartPart(int reservedParts) => _call.StartPart(_call.Timeout * reservedParts / PartsOfTime);

    private async Task<PlaceAlgoOrderOutcome> PlaceAsync(NewAlgoOrder order, int reservedParts)
    {
        CallContext part = StartPart(reservedParts);
        PlaceAlgoOrderOutcome outcome = await EnsurePlacedProcedure.RunAsync(_pipeline, part, order).ConfigureAwait(false);
        EndPart(part);
        return outcome;
    }

    private async Task<CancelAlgoOrderOutcome> SettleAsync(CancelAlgoOrderRequest request, int reservedParts)
    {
        CallContext part = StartPart(reservedParts);
        CancelAlgoOrderOutcome outcome;
        try
        {
            outcome = await EnsureCanceledProcedure.RunAsync(_pipeline, part, request).ConfigureAwait(false);
        }
        catch (AlgoOrderException failure)
        {
            outcome = new CancelAlgoOrderOutcome.Unknown(failure, LastSeen: null).WithAttempts(part);
        }

        EndPart(part);
        return outcome;
    }

    private void EndPart(CallContext part)
    {
        if (part.MayExecuteUntil is { } until && (_mayExecuteUntil is null || until > _mayExecuteUntil))
        {
            _mayExecuteUntil = until;
        }
    }

    private Task<CancelAlgoOrderOutcome> CancelPlacedAsync(PlaceAlgoOrderOutcome outcome, NewAlgoOrder order)
    {
        CancelAlgoOrderRequest cancel = ReplaceClaims.LastSeen(outcome) switch
        {
            { } seen => CancelAlgoOrderRequest.For(seen),
            _ => CancelAlgoOrderRequest.ByClientAlgoId(order.ClientAlgoId),
        };
        return SettleAsync(cancel with { Symbol = order.Symbol }, reservedParts: 0);
    }

    private ReplaceAlgoOrderOutcome AddIds(ReplaceAlgoOrderOutcome outcome) => outcome with
    {
        BridgeClientAlgoId = IdOf(_bridge, _facts.MayHaveBridge || _step == ReplaceStep.PlaceBridge),
        RestoredClientAlgoId = IdOf(_restored, _facts.MayHaveRestored || _step == ReplaceStep.Restore),
    };

    private static string? IdOf(NewAlgoOrder? order, bool mayBeLive) => mayBeLive ? order!.ClientAlgoId : null;

    /// <summary>Returns what is known when the caller's token is canceled. A request that was sent by then may be executed until its window is over.</summary>
    private ReplaceAlgoOrderOutcome.Unknown AfterCancellation(OperationCanceledException canceled)
    {
        ReplaceFacts facts = _step switch
        {
            ReplaceStep.PlaceReplacement => _facts with { Replacement = new PlaceAlgoOrderOutcome.Unknown(canceled, LastSeen: null) },
            ReplaceStep.CancelReplacement => _facts with { Replacement = new PlaceAlgoOrderOutcome.Unknown(canceled, ReplaceClaims.LastSeen(_facts.Replacement!)) },
            ReplaceStep.CancelCurrent => _facts with { Current = new CancelAlgoOrderOutcome.Unknown(canceled, LastSeen: null) },
            _ => _facts,
        };
        if (_step is not (null or ReplaceStep.LookUpCurrent))
        {
            _mayExecuteUntil = _pipeline.Clock.ServerTime + TimeMath.Max(_pipeline.Times.RecvWindow, _request.Replacement.RecvWindow ?? TimeSpan.Zero);
        }

        var unknown = new ReplaceAlgoOrderOutcome.Unknown(facts.Replacement, facts.Current) { MayExecuteUntil = _mayExecuteUntil };
        return (ReplaceAlgoOrderOutcome.Unknown)AddIds(unknown);
    }
}

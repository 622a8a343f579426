using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Places an order and, if it may have been placed without a response, looks it up by its client id until that is decided or the time is up. The order was
/// not placed only if it is absent in two lookups that began after every attempt had expired and its order would have become visible.
/// </summary>
internal sealed class PlaceAlgoOrderProcedure
{
    private const int ConclusiveAbsences = 2;

    private readonly RequestPipeline _pipeline;
    private readonly CallContext _call;
    private readonly PlacementLookup _lookup;
    private readonly Attempt _last;
    private readonly bool _isDuplicate;

    // The remaining time of the call from which on lookups are conclusive. Null until every attempt has expired.
    private TimeSpan? _conclusiveFrom;
    private int _conclusiveRounds;
    private int _absences;
    private bool _isLastLookup;

    private PlaceAlgoOrderProcedure(RequestPipeline pipeline, CallContext call, NewAlgoOrder order, Attempt last)
    {
        (_pipeline, _call, _last) = (pipeline, call, last);
        _isDuplicate = IsDuplicate(last);
        _lookup = new PlacementLookup(pipeline, call, order, (GetFirstUnknown(call) ?? GetFirstSent(call))!) { IsDuplicate = _isDuplicate };
        if (!call.HasUnknownAttempt)
        {
            _conclusiveFrom = call.Remaining - pipeline.Times.VisibilityLag;
        }
    }

    private bool IsConclusive => _call.Remaining <= _conclusiveFrom;

    public static async Task<AlgoOrder> PlaceAsync(RequestPipeline pipeline, CallContext call, NewAlgoOrder order)
    {
        ApiRequest<AlgoOrder> request = PlaceAlgoOrderEndpoint.CreateRequest(order);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        if (request.ResponseOf(attempt) is { } placed)
        {
            return placed;
        }

        // A rejected timestamp or a 503 says "not executed". A duplicate says that an earlier attempt may have been executed after all.
        if (call.HasUnknownAttempt || (IsDuplicate(attempt) && GetFirstSent(call) != attempt))
        {
            return await new PlaceAlgoOrderProcedure(pipeline, call, order, attempt).ResolveAsync().ConfigureAwait(false);
        }

        throw attempt.ToException(call);
    }

    private static bool IsDuplicate(Attempt attempt) => attempt.Error?.Code == BinanceErrorCodes.DuplicatedClientOrderId;

    // The attempts of the call are listed from the newest on.
    private static Attempt? GetFirstUnknown(CallContext call) => call.Attempts.LastOrDefault(attempt =>
        attempt.ChangesState && attempt.Execution == ExecutionStatus.Unknown);

    private static Attempt? GetFirstSent(CallContext call) => call.Attempts.LastOrDefault(attempt =>
        attempt.ChangesState && attempt.Timing.Timestamp > 0);

    private async Task<AlgoOrder> ResolveAsync()
    {
        for (int round = 0; ; round++)
        {
            bool isConclusive = IsConclusive;
            PlacementResult result = await _lookup.LookUpAsync().ConfigureAwait(false);
            if (result.Placed is { } placed)
            {
                return placed;
            }

            if (isConclusive && IsProvenNotPlaced(result))
            {
                throw _last.ToException(ExecutionStatus.NotExecuted);
            }

            if (_isLastLookup || result.Failed?.BlockedFor >= _call.Remaining || _call.Remaining == TimeSpan.Zero)
            {
                throw _last.ToException(ExecutionStatus.Unknown);
            }

            await PauseAsync(GetPause(round, result)).ConfigureAwait(false);
        }
    }

    private bool IsProvenNotPlaced(PlacementResult result)
    {
        // An order that was open before the first attempt and still is has kept its client id to itself. It explains the duplicate.
        if (_isDuplicate)
        {
            return result.Blocking is not null && !_call.HasUnknownAttempt;
        }

        _absences += Convert.ToInt32(result.IsAbsent);
        return _absences == ConclusiveAbsences;
    }

    private TimeSpan GetPause(int round, PlacementResult result)
    {
        // The second of the two conclusive lookups follows the first one soon.
        int retry = IsConclusive ? _conclusiveRounds++ : round;
        return TimeMath.Max(_call.GetBackoff(retry), result.Failed?.BlockedFor ?? TimeSpan.Zero);
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        if (_conclusiveFrom is null && _pipeline.GetTimeUntilExpired(_call) <= pause && await _pipeline.WaitUntilExpiredAsync(_call).ConfigureAwait(false))
        {
            _conclusiveFrom = _call.Remaining - _pipeline.Times.VisibilityLag;
            return;
        }

        TimeSpan untilConclusive = _call.Remaining - _conclusiveFrom ?? TimeSpan.Zero;
        if (untilConclusive > TimeSpan.Zero)
        {
            pause = TimeMath.Min(pause, untilConclusive);
        }

        // The last lookup comes shortly before the end.
        if (pause >= _call.Remaining)
        {
            _isLastLookup = true;
            pause = _call.Remaining - TimeMath.Min(_call.Remaining / 2, _pipeline.Times.Attempt / 4);
        }

        await _call.WaitAsync(pause).ConfigureAwait(false);
    }
}

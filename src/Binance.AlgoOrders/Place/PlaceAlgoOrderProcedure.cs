using System.Text.Json;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Places an order, <c>POST /fapi/v1/algoOrder</c>, weight 0. The request is not repeatable. If its execution is unknown, the order is looked up by
/// its client id.
/// </summary>
internal sealed class PlaceAlgoOrderProcedure
{
    private static readonly ApiEndpoint New = new(HttpMethod.Post, "algoOrder") { IsRepeatable = false, Weight = 0, CountsAsOrder = true };

    // A query may lag behind an order that was placed at the last moment.
    private static readonly TimeSpan PauseBeforeSecondLookup = TimeSpan.FromMilliseconds(500);

    private readonly RequestPipeline _pipeline;
    private readonly CallContext _call;
    private readonly NewAlgoOrder _order;
    private readonly string _clientAlgoId;
    private readonly OrderLookup _lookup;

    private PlaceAlgoOrderProcedure(RequestPipeline pipeline, CallContext call, NewAlgoOrder order)
    {
        (_pipeline, _call, _order) = (pipeline, call, order);
        _clientAlgoId = order.ClientAlgoId ?? Guid.NewGuid().ToString("N");
        _lookup = new OrderLookup(pipeline, _call, AlgoOrderId.FromClientAlgoId(_clientAlgoId), order.Symbol);
    }

    // A rejected timestamp or a 503 says "not executed". A duplicate of the same order says that it was executed after all.
    private IEnumerable<Attempt> AttemptsThatMayHavePlaced => _call.Attempts.Where(attempt =>
        attempt is { ChangesState: true, Timing.Timestamp: > 0 } && (attempt.Execution == ExecutionStatus.Unknown || attempt.IsTransient()));

    public static Task<AlgoOrder> PlaceAsync(RequestPipeline pipeline, CallContext call, NewAlgoOrder order) =>
        new PlaceAlgoOrderProcedure(pipeline, call, order).PlaceAsync();

    private async Task<AlgoOrder> PlaceAsync()
    {
        var request = new Request(_order, _clientAlgoId);
        Attempt attempt = await _pipeline.SendWithRetryAsync(request, _call).ConfigureAwait(false);
        if (request.ResponseOf(attempt) is { } placed)
        {
            return placed;
        }

        if (IsDuplicateOfOurOwn(attempt) && await LookUpAsync().ConfigureAwait(false) is { } own)
        {
            return own;
        }

        if (!_call.HasUnknownAttempt)
        {
            throw attempt.ToException(_call);
        }

        return await ResolveAsync(attempt).ConfigureAwait(false);
    }

    // Looks the order up at once, because it usually is there. Its absence is conclusive only when no attempt can be executed any more.
    private async Task<AlgoOrder> ResolveAsync(Attempt lastAttempt)
    {
        if (await LookUpAsync().ConfigureAwait(false) is { } early)
        {
            return early;
        }

        if (!await _pipeline.WaitUntilExpiredAsync(_call).ConfigureAwait(false))
        {
            throw lastAttempt.ToException(_call);
        }

        for (int lookup = 0; _call.Remaining > TimeSpan.Zero; lookup++)
        {
            LookupResult result = await _lookup.LookUpAsync().ConfigureAwait(false);
            if (result is LookupResult.Found { Order: var placed })
            {
                return IsOurs(placed) ? placed : throw lastAttempt.ToException(_call);
            }

            if (result is LookupResult.NotFound && lookup > 0)
            {
                throw lastAttempt.ToException(ExecutionStatus.NotExecuted);
            }

            await _call.WaitAsync(PauseBeforeSecondLookup).ConfigureAwait(false);
        }

        throw lastAttempt.ToException(_call);
    }

    private async Task<AlgoOrder?> LookUpAsync()
    {
        LookupResult result = await _lookup.LookUpAsync().ConfigureAwait(false);
        return result is LookupResult.Found found && IsOurs(found.Order) ? found.Order : null;
    }

    // Another order may have the same client id. Ours has the same terms, and was created at most one second before the first timestamp that may have
    // been executed, because Binance accepts timestamps that are up to one second ahead.
    private bool IsOurs(AlgoOrder order) =>
        order.ClientAlgoId == _clientAlgoId
        && _order.Matches(order)
        && (order.CreateTime is null || order.CreateTime.Value.ToUnixTimeMilliseconds() > AttemptsThatMayHavePlaced.Min(attempt => attempt.Timing.Timestamp) - 1000);

    private bool IsDuplicateOfOurOwn(Attempt attempt) =>
        attempt.Error?.Code == BinanceErrorCodes.DuplicatedClientOrderId && AttemptsThatMayHavePlaced.Any();

    private sealed class Request(NewAlgoOrder order, string clientAlgoId) : QueryStringRequest<AlgoOrder>(New, order.ToParameters(clientAlgoId))
    {
        protected override AlgoOrder? Read(ReadOnlySpan<byte> body)
        {
            AlgoOrder? placed = JsonSerializer.Deserialize(body, AlgoOrderJsonContext.Default.AlgoOrder);
            return placed is { AlgoId: > 0 } && placed.ClientAlgoId == clientAlgoId ? placed : null;
        }
    }
}

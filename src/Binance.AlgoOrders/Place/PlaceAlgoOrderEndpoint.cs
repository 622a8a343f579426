using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>POST /fapi/v1/algoOrder</c>, weight 0. Not repeatable: where its execution is in doubt, the order is looked up by its client id.</summary>
internal sealed class PlaceAlgoOrderEndpoint
{
    private static readonly ApiOperation New = new(HttpMethod.Post, "algoOrder") { IsRepeatable = false, Weight = 0, CountsAsOrder = true };

    // A query may lag behind an order that was placed at the last moment.
    private static readonly TimeSpan PauseBeforeSecondLook = TimeSpan.FromMilliseconds(500);

    private readonly ApiTransport _transport;
    private readonly ApiCall _call;
    private readonly NewAlgoOrder _order;
    private readonly string _clientAlgoId;
    private readonly OrderLookup _lookup;

    private PlaceAlgoOrderEndpoint(ApiTransport transport, NewAlgoOrder order, CancellationToken cancellationToken)
    {
        _transport = transport;
        _call = transport.Begin(timeout: null, cancellationToken);
        _order = order;
        _clientAlgoId = order.ClientAlgoId ?? Guid.NewGuid().ToString("N");
        _lookup = new OrderLookup(transport, _call, AlgoOrderId.FromClientAlgoId(_clientAlgoId), order.Symbol);
    }

    public static Task<AlgoOrder> PlaceAsync(ApiTransport transport, NewAlgoOrder order, CancellationToken cancellationToken)
    {
        if (order.MistakeAt(transport.Clock.ServerTime) is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(order));
        }

        return new PlaceAlgoOrderEndpoint(transport, order, cancellationToken).PlaceAsync();
    }

    private async Task<AlgoOrder> PlaceAsync()
    {
        var request = new Request(_order, _clientAlgoId);
        Attempt attempt = await _transport.SendAsync(request, _call).ConfigureAwait(false);
        if (request.AnswerOf(attempt) is { } placed)
        {
            return placed;
        }

        if (IsDuplicateOfOurOwn(attempt) && await LookAsync().ConfigureAwait(false) is { } own)
        {
            return own;
        }

        return _call.IsInDoubt ? await FindOutAsync(attempt).ConfigureAwait(false) : throw attempt.ToException(_call);
    }

    // Looks at once, because the order usually is there; says that it is not only when it can no longer come to be.
    private async Task<AlgoOrder> FindOutAsync(Attempt lastAttempt)
    {
        if (await LookAsync().ConfigureAwait(false) is { } early)
        {
            return early;
        }

        if (!await _transport.WaitUntilDecidedAsync(_call).ConfigureAwait(false))
        {
            throw lastAttempt.ToException(_call);
        }

        for (int look = 0; _call.Remaining > TimeSpan.Zero; look++)
        {
            Sight sight = await _lookup.LookAsync().ConfigureAwait(false);
            if (sight is Sight.Seen { Order: var placed })
            {
                return IsOurs(placed) ? placed : throw lastAttempt.ToException(_call);
            }

            if (sight is Sight.NotFound && look > 0)
            {
                throw lastAttempt.ToException(ExecutionStatus.NotExecuted);
            }

            await _call.WaitAsync(PauseBeforeSecondLook).ConfigureAwait(false);
        }

        throw lastAttempt.ToException(_call);
    }

    private async Task<AlgoOrder?> LookAsync() =>
        await _lookup.LookAsync().ConfigureAwait(false) is Sight.Seen { Order: var order } && IsOurs(order) ? order : null;

    // An id that was given may be that of another order. Ours has its terms, and was made after Binance took the timestamp of an attempt that
    // may have been executed for no more than a second ahead.
    private bool IsOurs(AlgoOrder order) =>
        order.ClientAlgoId == _clientAlgoId
        && _order.HasTermsOf(order)
        && (order.CreateTime is null || order.CreateTime.Value.ToUnixTimeMilliseconds() > AttemptsThatMayHavePlaced.Min(attempt => attempt.Timing.Timestamp) - 1000);

    // A passing failure is documented as "not executed"; a duplicate of what it carried says that it was.
    private IEnumerable<Attempt> AttemptsThatMayHavePlaced => _call.Attempts.Where(attempt =>
        attempt is { ChangesSomething: true, Timing.Timestamp: > 0 } && (attempt.Verdict == AttemptVerdict.InDoubt || attempt.IsPassingFailure));

    private bool IsDuplicateOfOurOwn(Attempt attempt) =>
        attempt.Error?.Code == BinanceErrorCodes.DuplicatedClientOrderId && AttemptsThatMayHavePlaced.Any();

    private sealed class Request(NewAlgoOrder order, string clientAlgoId) : TextRequest<AlgoOrder>(New, order.ToParameters(clientAlgoId))
    {
        protected override AlgoOrder? Read(ReadOnlySpan<byte> body)
        {
            AlgoOrder? placed = JsonSerializer.Deserialize(body, AlgoOrderJsonContext.Default.AlgoOrder);
            return placed is { AlgoId: > 0 } && placed.ClientAlgoId == clientAlgoId ? placed : null;
        }
    }
}

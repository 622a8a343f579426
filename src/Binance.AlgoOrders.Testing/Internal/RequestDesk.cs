using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>Takes requests in, lets a scripted fault have its way with them, and keeps journal, limits and ban.</summary>
internal sealed class RequestDesk(OrderBook book, ExchangeClock clock, EndpointTable endpoints, FaultScript faults, int secondsOfWeightWindow)
{
    private readonly RequestJudge _judge = new(endpoints, book);
    private readonly RequestJournal _journal = new();
    private readonly RequestLimit _limit = new(secondsOfWeightWindow);
    private int _limitViolations;

    public TimeProvider Time => clock.Time;

    public DateTimeOffset Now => clock.Now;

    public int WeightLimit
    {
        get => Guarded(() => _limit.Weight);
        set => Guarded(() => _limit.Weight = value);
    }

    public int UsedWeight => Guarded(() => _limit.UsedAt(Now));

    public DateTimeOffset? BannedUntil => Guarded(() => _limit.Ban.EndAfter(Now));

    public IReadOnlyList<SimulatedExchangeRecord> Journal => Guarded(_journal.Copy);

    public int RequestsDuringBan => Guarded(() => _limit.Ban.Violations);

    public int LimitViolations => Guarded(() => _limitViolations);

    /// <summary>Answers, now or later. Independent of the caller: a request that has arrived is executed even if nobody waits for it any more.</summary>
    public Task<SimulatedAnswer> TakeIn(SimulatedRequest request)
    {
        ReceivedRequest received;
        Fault? fault;
        lock (book.Gate)
        {
            DateTimeOffset now = Now;
            var record = new SimulatedExchangeRecord(now, request.Method, request.Path, request.Query, request.ApiKey is not null)
            {
                Operation = endpoints.Find(request)?.Operation,
                Body = Encoding.UTF8.GetString(request.Body.Span),
            };
            if (_limit.Count(_judge.WeightOf(request), now) is { } breach)
            {
                return Task.FromResult(AnswerJudged(_journal.Add(record), Judgement.Of(breach.Refusal) with { Headers = breach.Headers }, now));
            }

            fault = faults.TakeFor(request);
            received = new ReceivedRequest(this, request, _journal.Add(record with { Fault = fault?.Name }));
        }

        return fault is null ? Task.FromResult(received.Execute()) : fault.Strike(received);
    }

    public SimulatedAnswer Execute(SimulatedRequest request, int place)
    {
        lock (book.Gate)
        {
            DateTimeOffset now = Now;
            return AnswerJudged(place, _judge.Judge(request, now), now);
        }
    }

    public SimulatedAnswer Answer(int statusCode, ReadOnlyMemory<byte> json, params KeyValuePair<string, string>[] headers)
    {
        lock (book.Gate)
        {
            DateTimeOffset now = Now;
            string used = _limit.UsedAt(now).ToString(CultureInfo.InvariantCulture);
            KeyValuePair<string, string> date = new("Date", now.ToString("R", CultureInfo.InvariantCulture));
            return new SimulatedAnswer(statusCode, [new("Content-Type", "application/json"), date, new("X-MBX-USED-WEIGHT-1M", used), .. headers], json);
        }
    }

    /// <summary>What success looks like for such a request, but about an order that does not exist.</summary>
    public SimulatedAnswer AnswerImaginary(SimulatedRequest request, string clientAlgoId)
    {
        SimulatedOrder order = book.Imagine(clientAlgoId);
        return Answer(200, request.Method == "POST"
            ? AnswerJson.Write(json => OrderJson.WritePlaced(json, order))
            : AnswerJson.Acknowledgement(order.AlgoId, order.ClientAlgoId));
    }

    public void AnnounceBan(DateTimeOffset until)
    {
        lock (book.Gate)
        {
            _limit.Ban.Announce(until);
        }
    }

    private SimulatedAnswer AnswerJudged(int place, Judgement judgement, DateTimeOffset now)
    {
        _limitViolations += judgement.StatusCode == 429 ? 1 : 0;
        _journal.Note(place, judgement, now);
        return Answer(judgement.StatusCode, judgement.Json, judgement.Headers);
    }

    private T Guarded<T>(Func<T> access)
    {
        lock (book.Gate)
        {
            return access();
        }
    }
}

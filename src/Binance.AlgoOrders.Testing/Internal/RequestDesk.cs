using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>Takes requests in, lets a scripted fault have its way with them, and keeps journal, weight and ban.</summary>
internal sealed class RequestDesk(OrderBook book, ExchangeClock clock, FaultScript faults)
{
    private readonly RequestJudge _judge = new(new EndpointTable(), book);
    private readonly RequestJournal _journal = new();
    private readonly WeightMeter _weight = new();
    private readonly RequestBan _ban = new();

    public TimeProvider Time => clock.Time;

    public DateTimeOffset Now => clock.Now;

    public IReadOnlyList<SimulatedExchangeRecord> Journal
    {
        get
        {
            lock (book.Gate)
            {
                return _journal.Copy();
            }
        }
    }

    public int RequestsDuringBan
    {
        get
        {
            lock (book.Gate)
            {
                return _ban.Violations;
            }
        }
    }

    /// <summary>Answers, now or later. Independent of the caller: a request that has arrived is executed even if nobody waits for it any more.</summary>
    public Task<SimulatedAnswer> TakeIn(SimulatedRequest request)
    {
        ReceivedRequest received;
        Fault? fault;
        lock (book.Gate)
        {
            DateTimeOffset now = Now;
            var record = new SimulatedExchangeRecord(now, request.Method, request.Path, request.Query, request.ApiKey is not null);
            _weight.Count(_judge.WeightOf(request), now);
            if (_ban.Violate(now) is { } until)
            {
                return Task.FromResult(AnswerBanned(_journal.Add(record), until, now));
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
            Judgement judgement = _judge.Judge(request, now);
            _journal.Note(place, judgement, now);
            return Answer(judgement.StatusCode, judgement.Json);
        }
    }

    public SimulatedAnswer Answer(int statusCode, ReadOnlyMemory<byte> json, params KeyValuePair<string, string>[] headers)
    {
        lock (book.Gate)
        {
            string used = _weight.UsedAt(Now).ToString(CultureInfo.InvariantCulture);
            return new SimulatedAnswer(statusCode, [new("Content-Type", "application/json"), new("X-MBX-USED-WEIGHT-1M", used), .. headers], json);
        }
    }

    public void AnnounceBan(DateTimeOffset until)
    {
        lock (book.Gate)
        {
            _ban.Announce(until);
        }
    }

    private SimulatedAnswer AnswerBanned(int place, DateTimeOffset until, DateTimeOffset now)
    {
        BanNotice notice = BanNotice.Of(until, now, RetryAfterForm.Seconds);
        var refusal = new Refusal(418, -1003, notice.Text, "Sent before the time that the exchange had named.");
        _journal.Note(place, Judgement.Of(refusal), now);
        return Answer(418, AnswerJson.Error(-1003, notice.Text), notice.Headers);
    }
}

using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.Limits;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Time;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Processing;

/// <summary>
/// Receives requests, applies faults to them, adds them to the request log, and keeps the limits and the ban. HTTP and the WebSocket API each have one,
/// because each has a weight limit of its own.
/// </summary>
internal sealed class RequestDispatcher(
    ExchangeState state, ExchangeClock clock, RequestProcessor processor, FaultScript faults, RequestLog log, int secondsOfWeightWindow)
{
    private readonly RequestLimit _limit = new(secondsOfWeightWindow);
    private int _limitViolations;

    public TimeProvider Time => clock.Time;

    public DateTimeOffset Now => clock.Now;

    public int WeightLimit
    {
        get => state.Read(() => _limit.Weight);
        set => state.Read(() => _limit.Weight = value);
    }

    public int UsedWeight => state.Read(() => _limit.UsedAt(Now));

    public DateTimeOffset? BannedUntil => state.Read(() => _limit.Ban.EndAfter(Now));

    public long RequestCount => state.Read(() => log.Count);

    public int RequestsDuringBan => state.Read(() => _limit.Ban.Violations);

    public int LimitViolations => state.Read(() => _limitViolations);

    /// <summary>
    /// Returns the response, which may complete later. A request that has arrived is executed even if the caller no longer waits for the response.
    /// </summary>
    public Task<SimulatedResponse> Receive(SimulatedRequest request)
    {
        ReceivedRequest received;
        Fault? fault;
        lock (state.Lock)
        {
            DateTimeOffset now = Now;
            var record = new RecordedRequest(now, request.Method, request.Path, request.Query, request.ApiKey is not null)
            {
                Index = log.Count,
                Operation = EndpointTable.Find(request)?.Operation,
                Body = Encoding.UTF8.GetString(request.Body.Span),
            };
            if (_limit.Count(RequestProcessor.WeightOf(request), now) is { } error)
            {
                return Task.FromResult(Respond(log.Add(record), ProcessingResult.Rejected(error), now));
            }

            fault = faults.Take(request);
            received = new ReceivedRequest(this, request, log.Add(record with { Fault = fault?.Name }));
        }

        // Outside the lock, because a fault may run code of the test.
        return fault?.ApplyAsync(received) ?? Task.FromResult(received.Execute());
    }

    public IReadOnlyList<RecordedRequest> RequestsFrom(long index) => state.Read(() => log.CopyFrom(index));

    public SimulatedResponse Execute(SimulatedRequest request, long index, Deviation deviation)
    {
        lock (state.Lock)
        {
            DateTimeOffset now = Now;
            return Respond(index, processor.Process(request, deviation, now), now);
        }
    }

    /// <summary>Executes a request outside the request log, without weight, ban and faults.</summary>
    public SimulatedResponse ExecuteUnrecorded(SimulatedRequest request)
    {
        lock (state.Lock)
        {
            ProcessingResult result = processor.Process(request, Deviation.None, Now);
            return Respond(result.StatusCode, result.Json, result.Headers);
        }
    }

    public SimulatedResponse Respond(int statusCode, ReadOnlyMemory<byte> json, params KeyValuePair<string, string>[] headers)
    {
        lock (state.Lock)
        {
            DateTimeOffset now = Now;
            string used = _limit.UsedAt(now).ToString(CultureInfo.InvariantCulture);
            KeyValuePair<string, string> date = new("Date", now.ToString("R", CultureInfo.InvariantCulture));
            return new SimulatedResponse(statusCode, [new("Content-Type", "application/json"), date, new("X-MBX-USED-WEIGHT-1M", used), .. headers], json);
        }
    }

    /// <summary>Returns the response of a successful request of this kind, about an order that does not exist.</summary>
    public SimulatedResponse RespondToPhantom(SimulatedRequest request, string clientAlgoId)
    {
        SimulatedOrder order = state.CreatePhantomOrder(clientAlgoId);
        if (EndpointTable.Find(request)?.Operation == SimulatedOperation.Place)
        {
            return Respond(200, ResponseJson.Write(json => OrderJson.WritePlaced(json, OrderView.Current(order))));
        }

        return Respond(200, ResponseJson.Acknowledgement(order.AlgoId, order.ClientAlgoId));
    }

    /// <summary>Counts a request that has no response, such as a handshake. Returns false if it must not be served.</summary>
    public bool TryCount(int weight) => state.Read(() => _limit.Count(weight, Now) is null);

    public void Ban(DateTimeOffset until)
    {
        lock (state.Lock)
        {
            _limit.Ban.Announce(until);
        }
    }

    private SimulatedResponse Respond(long index, ProcessingResult result, DateTimeOffset now)
    {
        if (result.StatusCode == 429)
        {
            _limitViolations++;
        }

        log.Update(index, result, now);
        return Respond(result.StatusCode, result.Json, result.Headers);
    }
}

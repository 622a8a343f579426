using System.Diagnostics;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class SpanTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task A_call_is_one_span_with_operation_account_host_and_outcome()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Activity span = Assert.Single(_venue.Spans);
        Assert.Equal(("binance.algo_orders.ensure_canceled", ActivityKind.Client), (span.OperationName, span.Kind));
        Assert.Equal(
            ["binance.account=hedge", "binance.attempts=1", "binance.operation=ensure_canceled", "binance.outcome=canceled", "server.address=fapi.binance.com"],
            GetTexts(span.TagObjects));
    }

    [Fact]
    public async Task Every_attempt_is_an_event_of_the_span()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Activity span = Assert.Single(_venue.Spans);
        Assert.Equal(
            [
                "attempt: binance.execution=unknown error.type=response_ended http.request.method=DELETE url.path=/fapi/v1/algoOrder",
                "attempt: binance.execution=succeeded http.request.method=GET http.response.status_code=200 url.path=/fapi/v1/algoOrder",
            ],
            span.Events.Select(attempt => $"{attempt.Name}: {string.Join(' ', GetTexts(attempt.Tags))}"));
    }

    [Fact]
    public async Task A_failed_call_is_an_error_with_the_code_of_Binance()
    {
        await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));

        Activity span = Assert.Single(_venue.Spans);
        Assert.Equal(
            (ActivityStatusCode.Error, "-2011", "not_executed"),
            (span.Status, span.GetTagItem("error.type"), span.GetTagItem("binance.outcome")));
    }

    [Fact]
    public async Task The_span_of_a_bulk_cancel_is_the_parent_of_the_spans_of_its_orders()
    {
        AlgoOrderId[] ids = [.. Enumerable.Range(0, 3).Select(_ => AlgoOrderId.FromAlgoId(_venue.Account.Place().AlgoId))];

        await _venue.Time.RunAsync(CancelAsync(ids));

        Activity bulk = Assert.Single(_venue.Spans, span => span.OperationName == "binance.algo_orders.cancel_many");
        Activity[] orders = [.. _venue.Spans.Where(span => span.OperationName == "binance.algo_orders.ensure_canceled")];
        Assert.Equal(3, orders.Length);
        Assert.All(orders, order => Assert.Equal(bulk.SpanId, order.ParentSpanId));
    }

    [Fact]
    public void The_callers_span_stays_the_current_one()
    {
        Activity? before = Activity.Current;
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));

        Task<AlgoOrder?> call = _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(42), TestContext.Current.CancellationToken);

        Assert.False(call.IsCompleted);
        Assert.Same(before, Activity.Current);
    }

    [Fact]
    public void An_invalid_argument_throws_at_once_with_a_listener()
    {
        var invalid = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Buy, OrderAmount.ClosePosition, 58_000m) { Position = OrderPosition.Long };

        Assert.Throws<ArgumentException>(() => { _ = _venue.Client.PlaceAsync(invalid, TestContext.Current.CancellationToken); });
    }

    [Fact]
    public async Task The_outcome_of_a_canceled_call_is_abandoned()
    {
        using var cancellation = new CancellationTokenSource();
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
        Task<AlgoOrder?> call = _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(42), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("abandoned", Assert.Single(_venue.Spans).GetTagItem("binance.outcome"));
    }

    public void Dispose() => _venue.Dispose();

    private static IEnumerable<string> GetTexts(IEnumerable<KeyValuePair<string, object?>> tags) =>
        tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);

    private async Task<int> CancelAsync(AlgoOrderId[] ids)
    {
        int count = 0;
        await foreach (CancelManyResult _ in _venue.Client.CancelManyAsync(ids, new CancelManyOptions { MaxConcurrency = 1 }, TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }
}

using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

public sealed class PlaceAlgoOrderTests : IDisposable
{
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);
    private readonly TestVenue _venue = new();

    private int Posts => _venue.Exchange.Requests.Count(record => record.Method == "POST");

    [Fact]
    public async Task An_order_is_placed_and_returned_with_a_client_id_of_its_own()
    {
        AlgoOrder placed = await PlaceAsync(Stop);

        SimulatedOrder order = Assert.Single(_venue.Account.Orders);
        Assert.Equal((order.AlgoId, order.ClientAlgoId), (placed.AlgoId, placed.ClientAlgoId));
        Assert.Equal(AlgoOrderStatus.New, placed.Status);
        Assert.Equal((AlgoOrderType.StopMarket, 58_000m, 0.01m), (placed.OrderType!.Value.Known, placed.TriggerPrice, placed.Quantity));
        Assert.Matches("^[0-9a-f]{32}$", placed.ClientAlgoId);
    }

    [Fact]
    public async Task Every_member_of_the_recorded_response_is_read()
    {
        using var exchange = Wire.GoldenExchange.Load("Place", "success_recorded");
        using var network = new Wire.PrimaryHandlerStub(exchange.Answer);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        AlgoOrder placed = await client.PlaceAsync(
            new NewAlgoOrder.StopMarket("ACHUSDT", OrderSide.Buy, OrderAmount.Of(600m), 0.0094m) { ClientAlgoId = "47Qn1gLQ29TTEJCBbQGPkb" },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            new AlgoOrder
            {
                AlgoId = 2000000184401794,
                ClientAlgoId = "47Qn1gLQ29TTEJCBbQGPkb",
                Status = AlgoOrderStatus.New,
                AlgoType = AlgoType.Conditional,
                OrderType = AlgoOrderType.StopMarket,
                Symbol = "ACHUSDT",
                Side = OrderSide.Buy,
                PositionSide = PositionSide.Both,
                TimeInForce = TimeInForce.Gtc,
                Quantity = 600m,
                TriggerPrice = 0.0094000m,
                Price = 0.0000000m,
                SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker,
                WorkingType = WorkingType.ContractPrice,
                PriceMatch = PriceMatch.None,
                ClosePosition = false,
                PriceProtect = false,
                ReduceOnly = false,
                CreateTime = DateTimeOffset.FromUnixTimeMilliseconds(1767883004685),
                UpdateTime = DateTimeOffset.FromUnixTimeMilliseconds(1767883004685),
            },
            placed);
    }

    [Fact]
    public async Task A_client_id_that_is_given_is_kept() =>
        Assert.Equal("my/stop:1", (await PlaceAsync(Stop with { ClientAlgoId = "my/stop:1" })).ClientAlgoId);

    [Fact]
    public async Task A_lost_response_is_looked_up_at_once_and_the_order_placed_once()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(Assert.Single(_venue.Account.Orders).AlgoId, placed.AlgoId);
        Assert.Equal(1, Posts);
        Assert.Equal(start, _venue.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_lost_request_is_not_executed_once_its_window_has_passed()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Equal(1, Posts);
        Assert.True(_venue.Time.GetUtcNow() - start > TimeSpan.FromSeconds(6));
        Assert.Empty(_venue.Account.Orders);
    }

    [Fact]
    public async Task An_order_that_is_executed_late_within_its_window_is_found()
    {
        _venue.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromSeconds(4.9)));
        Assert.Equal((await PlaceAsync(Stop)).AlgoId, Assert.Single(_venue.Account.Orders).AlgoId);
    }

    [Fact]
    public async Task The_execution_is_unknown_if_the_call_ends_before_the_window()
    {
        using var venue = new TestVenue(options => options.Timeout = TimeSpan.FromSeconds(5));
        venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => venue.Time.RunAsync(venue.Client.PlaceAsync(Stop, TestContext.Current.CancellationToken)));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task A_request_that_was_not_executed_is_retried()
    {
        _venue.Exchange.Faults.Next(Fault.ServiceUnavailable503, Fault.ConnectionRefused, Fault.Throttled1008);
        await PlaceAsync(Stop);
        Assert.Single(_venue.Account.Orders);
    }

    [Fact]
    public async Task A_duplicate_of_our_own_retry_means_that_the_order_was_placed()
    {
        // Binance calls this 503 a certain failure. If that is wrong, the retry is a duplicate of our own order.
        _venue.Exchange.Faults.Next(Fault.Respond(503, """{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""", executed: true));
        AlgoOrder placed = await PlaceAsync(Stop);
        Assert.Equal(Assert.Single(_venue.Account.Orders).AlgoId, placed.AlgoId);
    }

    [Fact]
    public async Task A_duplicate_of_another_order_is_rejected_and_not_taken_for_ours()
    {
        _venue.Account.Place(clientAlgoId: "my-stop");

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => PlaceAsync(Stop with { ClientAlgoId = "my-stop" }));

        Assert.Equal(BinanceErrorCodes.DuplicatedClientOrderId, exception.ErrorCode);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    [Fact]
    public async Task A_duplicate_after_a_rejected_timestamp_is_not_taken_for_ours()
    {
        _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m);
        _venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        _venue.Time.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => PlaceAsync(Stop with { ClientAlgoId = "my-stop" }));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    [Fact]
    public async Task An_order_with_other_terms_is_not_taken_for_one_whose_response_was_lost()
    {
        _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 57_000m, quantity: 0.01m);
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop with { ClientAlgoId = "my-stop" }));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task An_older_order_with_the_same_id_is_not_taken_for_one_whose_response_was_lost()
    {
        _venue.Account.Place(clientAlgoId: "my-stop");
        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop with { ClientAlgoId = "my-stop" }));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task An_acknowledgement_of_another_order_is_unknown_and_looked_up()
    {
        _venue.Exchange.Faults.Next(Fault.Respond(200, """{"algoId":1,"clientAlgoId":"another","algoStatus":"NEW"}""", executed: true));
        AlgoOrder placed = await PlaceAsync(Stop);
        Assert.Equal(Assert.Single(_venue.Account.Orders).AlgoId, placed.AlgoId);
    }

    public void Dispose() => _venue.Dispose();

    private Task<AlgoOrder> PlaceAsync(NewAlgoOrder order) => _venue.Time.RunAsync(_venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken));
}

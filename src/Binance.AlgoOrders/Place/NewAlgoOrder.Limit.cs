namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>Places a limit order once it triggers: <see cref="Stop"/> or <see cref="TakeProfit"/>.</summary>
    public abstract record LimitOnTrigger : NewAlgoOrder
    {
        private protected LimitOnTrigger(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side)
        {
            ArgumentNullException.ThrowIfNull(price);
            Quantity = PlaceRules.AboveZero(quantity);
            TriggerPrice = PlaceRules.AboveZero(triggerPrice);
            Price = price;
        }

        /// <summary>In units of the base asset, wire name <c>quantity</c>. Above zero.</summary>
        public decimal Quantity { get; }

        /// <summary>The price at which it triggers, in the quote asset, wire name <c>triggerPrice</c>. Above zero.</summary>
        public decimal TriggerPrice { get; }

        /// <summary>The limit order's price: one of its own, or one of the order book.</summary>
        public LimitPrice Price { get; }

        /// <summary>How long the limit order stays, wire names <c>timeInForce</c> and <c>goodTillDate</c>. Default: until it is canceled.</summary>
        /// <exception cref="ArgumentNullException">Null.</exception>
        public OrderLifetime Lifetime { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = OrderLifetime.GoodTillCanceled;

        internal override string? MistakeAt(DateTimeOffset now) => Lifetime.MistakeAt(now);

        private protected override bool HasOwnTermsOf(AlgoOrder order) =>
            PlaceRules.IsSame(order.Quantity, Quantity)
            && PlaceRules.IsSame(order.TriggerPrice, TriggerPrice)
            && (Price.Price is null || PlaceRules.IsSame(order.Price, Price.Price));

        private protected override void WriteOwn(ParameterWriter parameters)
        {
            parameters.Add("quantity", Quantity);
            parameters.Add("triggerPrice", TriggerPrice);
            Price.Write(parameters);
            Lifetime.Write(parameters);
        }
    }

    /// <summary>Places a limit order once the price has moved against the position, wire name <c>STOP</c>.</summary>
    public sealed record Stop : LimitOnTrigger
    {
        /// <summary>Places a limit order once the price has moved against the position, wire name <c>STOP</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">Which way it trades.</param>
        /// <param name="quantity">In units of the base asset. Above zero.</param>
        /// <param name="triggerPrice">The price at which it triggers, in the quote asset. Above zero.</param>
        /// <param name="price">The limit order's price: <see cref="LimitPrice.At"/> or <see cref="LimitPrice.Matching"/>.</param>
        /// <exception cref="ArgumentException">An argument is missing or outside its range.</exception>
        public Stop(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side, quantity, triggerPrice, price)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.Stop;
    }

    /// <summary>Places a limit order once the price has moved in favour of the position, wire name <c>TAKE_PROFIT</c>.</summary>
    public sealed record TakeProfit : LimitOnTrigger
    {
        /// <summary>Places a limit order once the price has moved in favour of the position, wire name <c>TAKE_PROFIT</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">Which way it trades.</param>
        /// <param name="quantity">In units of the base asset. Above zero.</param>
        /// <param name="triggerPrice">The price at which it triggers, in the quote asset. Above zero.</param>
        /// <param name="price">The limit order's price: <see cref="LimitPrice.At"/> or <see cref="LimitPrice.Matching"/>.</param>
        /// <exception cref="ArgumentException">An argument is missing or outside its range.</exception>
        public TakeProfit(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side, quantity, triggerPrice, price)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TakeProfit;
    }
}

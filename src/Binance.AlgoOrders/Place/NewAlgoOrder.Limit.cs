using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>Places a limit order at the trigger: <see cref="Stop"/> or <see cref="TakeProfit"/>.</summary>
    public abstract record LimitOnTrigger : NewAlgoOrder
    {
        private protected LimitOnTrigger(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side)
        {
            ArgumentNullException.ThrowIfNull(price);
            Quantity = Guard.Positive(quantity);
            TriggerPrice = Guard.Positive(triggerPrice);
            Price = price;
        }

        /// <summary>Gets the quantity in units of the base asset, wire name <c>quantity</c>. Greater than zero.</summary>
        public decimal Quantity { get; }

        /// <summary>Gets the trigger price in the quote asset, wire name <c>triggerPrice</c>. Greater than zero.</summary>
        public decimal TriggerPrice { get; }

        /// <summary>Gets the price of the limit order: a price of its own, or a price of the order book.</summary>
        public LimitPrice Price { get; }

        /// <summary>Gets the time in force of the limit order, wire names <c>timeInForce</c> and <c>goodTillDate</c>. Default <c>GTC</c>.</summary>
        /// <exception cref="ArgumentNullException">The value is null.</exception>
        public OrderTimeInForce TimeInForce { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = OrderTimeInForce.GoodTillCanceled;

        internal override string? Validate(DateTimeOffset? now) => TimeInForce.Validate(now);

        private protected override bool MatchesOwn(AlgoOrder order) =>
            PlaceRules.IsSame(order.Quantity, Quantity)
            && PlaceRules.IsSame(order.TriggerPrice, TriggerPrice)
            && Price.Matches(order)
            && TimeInForce.Matches(order);

        private protected override void WriteParameters(ParameterWriter parameters)
        {
            parameters.Add("quantity", Quantity);
            parameters.Add("triggerPrice", TriggerPrice);
            Price.WriteTo(parameters);
            TimeInForce.WriteTo(parameters);
        }
    }

    /// <summary>Places a limit order once the price has moved against the position, wire name <c>STOP</c>.</summary>
    public sealed record Stop : LimitOnTrigger
    {
        /// <summary>Places a limit order once the price has moved against the position, wire name <c>STOP</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">The side of the order.</param>
        /// <param name="quantity">The quantity in units of the base asset. Greater than zero.</param>
        /// <param name="triggerPrice">The trigger price in the quote asset. Greater than zero.</param>
        /// <param name="price">The price of the limit order: <see cref="LimitPrice.At"/> or <see cref="LimitPrice.Matching"/>.</param>
        /// <exception cref="ArgumentException">An argument is null, blank or outside its range.</exception>
        public Stop(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side, quantity, triggerPrice, price)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.Stop;
    }

    /// <summary>Places a limit order once the price has moved in favor of the position, wire name <c>TAKE_PROFIT</c>.</summary>
    public sealed record TakeProfit : LimitOnTrigger
    {
        /// <summary>Places a limit order once the price has moved in favor of the position, wire name <c>TAKE_PROFIT</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">The side of the order.</param>
        /// <param name="quantity">The quantity in units of the base asset. Greater than zero.</param>
        /// <param name="triggerPrice">The trigger price in the quote asset. Greater than zero.</param>
        /// <param name="price">The price of the limit order: <see cref="LimitPrice.At"/> or <see cref="LimitPrice.Matching"/>.</param>
        /// <exception cref="ArgumentException">An argument is null, blank or outside its range.</exception>
        public TakeProfit(string symbol, OrderSide side, decimal quantity, decimal triggerPrice, LimitPrice price)
            : base(symbol, side, quantity, triggerPrice, price)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TakeProfit;
    }
}

namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>Places a market order once it triggers: <see cref="StopMarket"/> or <see cref="TakeProfitMarket"/>.</summary>
    public abstract record MarketOnTrigger : NewAlgoOrder
    {
        private protected MarketOnTrigger(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side)
        {
            ArgumentNullException.ThrowIfNull(amount);
            Amount = amount;
            TriggerPrice = PlaceRules.AboveZero(triggerPrice);
        }

        /// <summary>A quantity, or the whole position: wire names <c>quantity</c> and <c>closePosition</c>.</summary>
        public OrderAmount Amount { get; }

        /// <summary>The price at which it triggers, in the quote asset, wire name <c>triggerPrice</c>. Above zero.</summary>
        public decimal TriggerPrice { get; }

        internal override string? MistakeAt(DateTimeOffset now) => Amount.ClosesPosition ? Position.MistakeOfClosing(Side) : null;

        private protected override bool HasOwnTermsOf(AlgoOrder order) =>
            PlaceRules.IsSame(order.TriggerPrice, TriggerPrice) && (Amount.ClosesPosition || PlaceRules.IsSame(order.Quantity, Amount.Quantity));

        private protected override void WriteOwn(ParameterWriter parameters)
        {
            Amount.Write(parameters);
            parameters.Add("triggerPrice", TriggerPrice);
        }
    }

    /// <summary>Places a market order once the price has moved against the position, wire name <c>STOP_MARKET</c>: the ordinary stop-loss.</summary>
    public sealed record StopMarket : MarketOnTrigger
    {
        /// <summary>Places a market order once the price has moved against the position, wire name <c>STOP_MARKET</c>: the ordinary stop-loss.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">Which way it trades.</param>
        /// <param name="amount"><see cref="OrderAmount.Of"/> a quantity, or <see cref="OrderAmount.ClosePosition"/>.</param>
        /// <param name="triggerPrice">The price at which it triggers, in the quote asset. Above zero.</param>
        /// <exception cref="ArgumentException">An argument is missing or outside its range.</exception>
        public StopMarket(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side, amount, triggerPrice)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.StopMarket;
    }

    /// <summary>Places a market order once the price has moved in favour of the position, wire name <c>TAKE_PROFIT_MARKET</c>.</summary>
    public sealed record TakeProfitMarket : MarketOnTrigger
    {
        /// <summary>Places a market order once the price has moved in favour of the position, wire name <c>TAKE_PROFIT_MARKET</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">Which way it trades.</param>
        /// <param name="amount"><see cref="OrderAmount.Of"/> a quantity, or <see cref="OrderAmount.ClosePosition"/>.</param>
        /// <param name="triggerPrice">The price at which it triggers, in the quote asset. Above zero.</param>
        /// <exception cref="ArgumentException">An argument is missing or outside its range.</exception>
        public TakeProfitMarket(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side, amount, triggerPrice)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TakeProfitMarket;
    }
}

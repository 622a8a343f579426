using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>Places a market order at the trigger: <see cref="StopMarket"/> or <see cref="TakeProfitMarket"/>.</summary>
    public abstract record MarketOnTrigger : NewAlgoOrder
    {
        private protected MarketOnTrigger(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side)
        {
            ArgumentNullException.ThrowIfNull(amount);
            Amount = amount;
            TriggerPrice = Guard.Positive(triggerPrice);
        }

        /// <summary>Gets the amount to trade, a quantity or the whole position, wire names <c>quantity</c> and <c>closePosition</c>.</summary>
        public OrderAmount Amount { get; }

        /// <summary>Gets the trigger price in the quote asset, wire name <c>triggerPrice</c>. Greater than zero.</summary>
        public decimal TriggerPrice { get; }

        internal override bool ClosesPosition => Amount.ClosesPosition;

        internal override string? Validate(DateTimeOffset? now)
        {
            if (Amount.ClosesPosition)
            {
                return Position.ValidateClosePosition(Side);
            }

            return null;
        }

        private protected override bool MatchesOwn(AlgoOrder order) =>
            PlaceRules.IsSame(order.TriggerPrice, TriggerPrice) && PlaceRules.IsSame(order.Quantity, Amount.Quantity ?? 0);

        private protected override void WriteParameters(ParameterWriter parameters)
        {
            Amount.WriteTo(parameters);
            parameters.Add("triggerPrice", TriggerPrice);
        }
    }

    /// <summary>Places a market order once the price has moved against the position, wire name <c>STOP_MARKET</c>. This is the ordinary stop-loss.</summary>
    public sealed record StopMarket : MarketOnTrigger
    {
        /// <summary>
        /// Places a market order once the price has moved against the position, wire name <c>STOP_MARKET</c>. This is the ordinary stop-loss.
        /// </summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">The side of the order.</param>
        /// <param name="amount">The amount to trade: <see cref="OrderAmount.Of"/> a quantity, or <see cref="OrderAmount.ClosePosition"/>.</param>
        /// <param name="triggerPrice">The trigger price in the quote asset. Greater than zero.</param>
        /// <exception cref="ArgumentException">An argument is null, blank or outside its range.</exception>
        public StopMarket(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side, amount, triggerPrice)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.StopMarket;
    }

    /// <summary>Places a market order once the price has moved in favor of the position, wire name <c>TAKE_PROFIT_MARKET</c>.</summary>
    public sealed record TakeProfitMarket : MarketOnTrigger
    {
        /// <summary>Places a market order once the price has moved in favor of the position, wire name <c>TAKE_PROFIT_MARKET</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">The side of the order.</param>
        /// <param name="amount">The amount to trade: <see cref="OrderAmount.Of"/> a quantity, or <see cref="OrderAmount.ClosePosition"/>.</param>
        /// <param name="triggerPrice">The trigger price in the quote asset. Greater than zero.</param>
        /// <exception cref="ArgumentException">An argument is null, blank or outside its range.</exception>
        public TakeProfitMarket(string symbol, OrderSide side, OrderAmount amount, decimal triggerPrice)
            : base(symbol, side, amount, triggerPrice)
        {
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TakeProfitMarket;
    }
}

namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>Follows the price at a distance, and places a market order once it turns back by that much, wire name <c>TRAILING_STOP_MARKET</c>.</summary>
    public sealed record TrailingStopMarket : NewAlgoOrder
    {
        private const decimal LeastCallbackRate = 0.1m;
        private const decimal MostCallbackRate = 20m;

        /// <summary>Follows the price at a distance, and places a market order once it turns back by that much, wire name <c>TRAILING_STOP_MARKET</c>.</summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">Which way it trades.</param>
        /// <param name="quantity">In units of the base asset. Above zero.</param>
        /// <param name="callbackRate">The distance, in percent of the price: 0.1 to 20.</param>
        /// <exception cref="ArgumentException">An argument is missing or outside its range.</exception>
        public TrailingStopMarket(string symbol, OrderSide side, decimal quantity, decimal callbackRate)
            : base(symbol, side)
        {
            if (callbackRate is < LeastCallbackRate or > MostCallbackRate)
            {
                throw new ArgumentOutOfRangeException(nameof(callbackRate), callbackRate, "A callbackRate is 0.1 to 20 percent.");
            }

            Quantity = PlaceRules.AboveZero(quantity);
            CallbackRate = callbackRate;
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TrailingStopMarket;

        /// <summary>In units of the base asset, wire name <c>quantity</c>. Above zero.</summary>
        public decimal Quantity { get; }

        /// <summary>The distance, in percent of the price, wire name <c>callbackRate</c>. 0.1 to 20.</summary>
        public decimal CallbackRate { get; }

        /// <summary>The price from which it follows, in the quote asset, wire name <c>activatePrice</c>. Above zero; null: the latest price.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
        public decimal? ActivatePrice { get; init => field = value is { } price ? PlaceRules.AboveZero(price, nameof(value)) : null; }

        private protected override bool HasOwnTermsOf(AlgoOrder order) =>
            PlaceRules.IsSame(order.Quantity, Quantity)
            && PlaceRules.IsSame(order.CallbackRate, CallbackRate)
            && (ActivatePrice is null || order.ActivatePrice == ActivatePrice);

        private protected override void WriteOwn(ParameterWriter parameters)
        {
            parameters.Add("quantity", Quantity);
            parameters.Add("activatePrice", ActivatePrice);
            parameters.Add("callbackRate", CallbackRate);
        }
    }
}

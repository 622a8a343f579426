using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

public abstract partial record NewAlgoOrder
{
    /// <summary>
    /// Follows the price at a distance and places a market order once the price turns back by that distance, wire name <c>TRAILING_STOP_MARKET</c>.
    /// </summary>
    public sealed record TrailingStopMarket : NewAlgoOrder
    {
        private const decimal MinCallbackRate = 0.1m;
        private const decimal MaxCallbackRate = 20m;

        /// <summary>
        /// Follows the price at a distance and places a market order once the price turns back by that distance, wire name
        /// <c>TRAILING_STOP_MARKET</c>.
        /// </summary>
        /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
        /// <param name="side">The side of the order.</param>
        /// <param name="quantity">The quantity in units of the base asset. Greater than zero.</param>
        /// <param name="callbackRate">The distance in percent of the price, 0.1 to 20.</param>
        /// <exception cref="ArgumentException">An argument is null, blank or outside its range.</exception>
        public TrailingStopMarket(string symbol, OrderSide side, decimal quantity, decimal callbackRate)
            : base(symbol, side)
        {
            if (callbackRate is < MinCallbackRate or > MaxCallbackRate)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"callbackRate must be 0.1 to 20 percent, but was {callbackRate}.");
                throw new ArgumentOutOfRangeException(nameof(callbackRate), callbackRate, message);
            }

            Quantity = Guard.Positive(quantity);
            CallbackRate = callbackRate;
        }

        /// <inheritdoc/>
        public override AlgoOrderType Type => AlgoOrderType.TrailingStopMarket;

        /// <summary>Gets the quantity in units of the base asset, wire name <c>quantity</c>. Greater than zero.</summary>
        public decimal Quantity { get; }

        /// <summary>Gets the distance in percent of the price, wire name <c>callbackRate</c>, 0.1 to 20.</summary>
        public decimal CallbackRate { get; }

        /// <summary>
        /// Gets the price from which the order follows the market, in the quote asset, wire name <c>activatePrice</c>. Greater than zero, or null for
        /// the latest price.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
        public decimal? ActivatePrice { get; init => field = Guard.Positive(value, "activatePrice"); }

        private protected override bool MatchesOwn(AlgoOrder order) =>
            PlaceRules.IsSame(order.Quantity, Quantity)
            && PlaceRules.IsSame(order.CallbackRate, CallbackRate)
            && (ActivatePrice is null || PlaceRules.IsSame(order.ActivatePrice, ActivatePrice));

        private protected override void WriteParameters(ParameterWriter parameters)
        {
            parameters.Add("quantity", Quantity);
            parameters.Add("activatePrice", ActivatePrice);
            parameters.Add("callbackRate", CallbackRate);
        }
    }
}

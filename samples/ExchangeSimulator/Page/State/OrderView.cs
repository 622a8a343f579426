namespace Binance.AlgoOrders.Samples;

/// <param name="AlgoId">The order's id at the exchange.</param>
/// <param name="ClientAlgoId">The order's id from its owner.</param>
/// <param name="Symbol">The contract.</param>
/// <param name="Market">The market, or <see langword="null"/> for USDⓈ-M.</param>
/// <param name="Type">The kind of order.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="TriggerPrice">The trigger price with its scale, or the callback rate of a trailing stop.</param>
/// <param name="Quantity">The quantity with its scale, or "whole position".</param>
/// <param name="Status">The status as on the wire.</param>
/// <param name="ActualOrderId">The child order's id, or <see langword="null"/> before the trigger.</param>
/// <param name="Steps">The steps that the status allows, the most likely one first.</param>
internal sealed record OrderView(
    string AlgoId,
    string ClientAlgoId,
    string Symbol,
    string? Market,
    string Type,
    string Side,
    string TriggerPrice,
    string Quantity,
    string Status,
    string? ActualOrderId,
    IReadOnlyList<string> Steps);

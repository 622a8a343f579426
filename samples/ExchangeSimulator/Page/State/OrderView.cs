namespace Binance.AlgoOrders.Samples;

/// <param name="AlgoId">The exchange's id.</param>
/// <param name="ClientAlgoId">The owner's id.</param>
/// <param name="Symbol">What is traded.</param>
/// <param name="Market"><see langword="null"/>: the ordinary one, USDⓈ-M.</param>
/// <param name="Type">The kind of order.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="TriggerPrice">With its scale.</param>
/// <param name="Quantity">With its scale, or that it closes the position.</param>
/// <param name="Status">As on the wire.</param>
/// <param name="ActualOrderId">The child order, once there is one.</param>
/// <param name="Steps">What can be done with it now, the likeliest first.</param>
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

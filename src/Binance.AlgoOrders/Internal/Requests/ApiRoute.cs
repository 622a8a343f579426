namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Tells where one client sends the requests of an endpoint.</summary>
/// <param name="Address">Scheme, host and path.</param>
/// <param name="Text">Method and path, such as <c>DELETE /fapi/v1/algoOrder</c>, for logs and messages.</param>
internal sealed record ApiRoute(Uri Address, string Text)
{
    /// <summary>Gets the estimate of the round trip to the endpoint.</summary>
    public RoundTripTime RoundTrip { get; } = new();
}

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Where one client sends an operation.</summary>
/// <param name="Address">Scheme, host and path.</param>
/// <param name="Text">Method and path, such as <c>DELETE /fapi/v1/algoOrder</c>, for logs and people.</param>
internal sealed record ApiRoute(Uri Address, string Text);

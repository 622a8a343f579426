namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A destination of the cancels.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Address">The base address.</param>
/// <param name="CreateHandler">Creates a primary handler with its own connections.</param>
internal sealed record Venue(string Name, Uri Address, Func<HttpMessageHandler> CreateHandler)
{
    /// <summary>The only HTTP version that requests are sent with.</summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version11;
}

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Where the cancels go, and how.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Address">What the paths are appended to.</param>
/// <param name="CreateHandler">Makes a primary handler, with connections of its own.</param>
internal sealed record Venue(string Name, Uri Address, Func<HttpMessageHandler> CreateHandler)
{
    /// <summary>What every request is to be sent with, and nothing else.</summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version11;
}

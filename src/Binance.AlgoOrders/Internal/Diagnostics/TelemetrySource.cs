using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Where one client's telemetry comes from.</summary>
/// <param name="Meter">Its instruments' meter: the container's, or the client's own.</param>
/// <param name="Account">The name of one account among several; null: there is no other.</param>
/// <param name="ServerAddress">The host that is called.</param>
internal sealed record TelemetrySource(Meter Meter, string? Account, string ServerAddress)
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "Binance.AlgoOrders";

    public static string? Version { get; } = typeof(TelemetrySource).Assembly.GetName().Version?.ToString(3);

    // Of all clients: a span says which one it is by its tags.
    private static readonly ActivitySource SpansOfAll = new(Name, Version);

    /// <summary>Where its spans come from.</summary>
    public ActivitySource Spans { get; init; } = SpansOfAll;

    /// <summary>What every measurement of this client carries.</summary>
    public TagList Tags()
    {
        var tags = new TagList { { TelemetryNames.ServerAddress, ServerAddress } };
        if (Account is not null)
        {
            tags.Add(TelemetryNames.Account, Account);
        }

        return tags;
    }
}

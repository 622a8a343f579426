using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Identifies the client in its telemetry.</summary>
/// <param name="Meter">The meter of its instruments, from the container or of the client's own.</param>
/// <param name="Account">The name of the account, or null for a client without a name.</param>
/// <param name="ServerAddress">The host of its requests.</param>
internal sealed record TelemetrySource(Meter Meter, string? Account, string ServerAddress)
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Binance.AlgoOrders";

    public static string? Version { get; } = typeof(TelemetrySource).Assembly.GetName().Version?.ToString(3);

    // All clients share it. The tags of a span identify the client.
    private static readonly ActivitySource SharedSpans = new(Name, Version);

    /// <summary>Gets the source of the spans.</summary>
    public ActivitySource Spans { get; init; } = SharedSpans;

    /// <summary>Returns the tags of every measurement of this client.</summary>
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

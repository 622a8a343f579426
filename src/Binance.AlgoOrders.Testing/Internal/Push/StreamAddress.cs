using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The path and query of a user data stream.</summary>
/// <param name="Kind">The kind of stream.</param>
/// <param name="ListenKeys">The listen keys: one, or any number of a combined stream.</param>
/// <param name="Events">The names of the events to deliver, or null if the query has none.</param>
internal sealed record StreamAddress(StreamKind Kind, IReadOnlyList<string> ListenKeys, IReadOnlySet<string>? Events = null)
{
    private const string UnroutedPath = "/ws/";
    private const string RoutedPath = "/private/ws";

    private static readonly string[] CombinedPaths = ["/private/stream", "/public/stream", "/market/stream"];

    /// <summary>Returns null if the target is not that of a user data stream.</summary>
    public static StreamAddress? Parse(string target)
    {
        string[] parts = target.Split('?', 2);
        if (parts[0].StartsWith(UnroutedPath, StringComparison.Ordinal))
        {
            return new StreamAddress(StreamKind.Unrouted, [parts[0][UnroutedPath.Length..]]);
        }

        var query = new ParameterSource(parts.ElementAtOrDefault(1) ?? "");
        if (CombinedPaths.Contains(parts[0], StringComparer.Ordinal))
        {
            string streams = query.Values.GetValueOrDefault("streams") ?? "";
            return new StreamAddress(StreamKind.Combined, streams.Split('/', StringSplitOptions.RemoveEmptyEntries));
        }

        if (parts[0] != RoutedPath || query.Malformed is not null || !query.Values.TryGetValue("listenKey", out string? key))
        {
            return null;
        }

        string[]? events = query.Values.GetValueOrDefault("events")?.Split('/');
        return new StreamAddress(StreamKind.Routed, [key], events?.ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>Specifies a kind of user data stream.</summary>
internal enum StreamKind
{
    /// <summary><c>/private/ws</c>.</summary>
    Routed,

    /// <summary><c>/ws/…</c>, which production connects without delivering user events.</summary>
    Unrouted,

    /// <summary><c>/private/stream</c>, whose requests subscribe to listen keys, and whose events have the name of their stream.</summary>
    Combined,
}

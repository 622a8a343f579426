using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The path and query of a user data stream.</summary>
/// <param name="ListenKey">The listen key.</param>
/// <param name="IsRouted">True for <c>/private/ws</c>, false for <c>/ws/…</c>, which production connects without delivering user events.</param>
/// <param name="Events">The names of the events to deliver, or null if the query has none.</param>
internal sealed record StreamAddress(string ListenKey, bool IsRouted, IReadOnlySet<string>? Events)
{
    private const string UnroutedPath = "/ws/";
    private const string RoutedPath = "/private/ws";

    /// <summary>Returns null if the target is not that of a user data stream.</summary>
    public static StreamAddress? Parse(string target)
    {
        string[] parts = target.Split('?', 2);
        if (parts[0].StartsWith(UnroutedPath, StringComparison.Ordinal))
        {
            return new StreamAddress(parts[0][UnroutedPath.Length..], IsRouted: false, Events: null);
        }

        var query = new ParameterSource(parts.ElementAtOrDefault(1) ?? "");
        if (parts[0] != RoutedPath || query.Malformed is not null || !query.Values.TryGetValue("listenKey", out string? key))
        {
            return null;
        }

        string[]? events = query.Values.GetValueOrDefault("events")?.Split('/');
        return new StreamAddress(key, IsRouted: true, events?.ToHashSet(StringComparer.Ordinal));
    }
}

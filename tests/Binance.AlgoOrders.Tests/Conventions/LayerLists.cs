namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The order of the folders of every package, from the vocabulary down to the composition root.</summary>
internal static class LayerLists
{
    public static readonly Layering Core = new(
        "src/Binance.AlgoOrders",
        """
        Orders | RateLimits | Signing
        Errors
        Internal/Json
        Internal/Requests
        Internal/Clock
        Internal/Limits
        Internal/Diagnostics
        Internal/Signing
        Internal/Http
        Internal/Pipeline
        Calls
        Query
        Cancel
        CancelMany
        CancelAll
        Place
        Replace
        Connection | UserStream
        (root) + DependencyInjection
        """)
    {
        VisibleToAll = ["BinanceErrorCodes"],
    };

    public static readonly Layering Ed25519 = new(
        "src/Binance.AlgoOrders.Ed25519",
        """
        Internal + Internal/Net8
        (root)
        DependencyInjection
        """);

    public static readonly Layering Redis = new(
        "src/Binance.AlgoOrders.Redis",
        """
        Internal/Diagnostics | Internal/Connection
        Internal/Limits
        Internal/Scripts
        Internal/Sync
        Internal
        (root) + DependencyInjection
        """);

    public static readonly Layering Streams = new(
        "src/Binance.AlgoOrders.Streams",
        """
        Updates | States
        Internal/Events | Internal/Diagnostics | Internal/Connection
        Internal/Ordering
        Internal/Delivery
        Internal/Session
        (root) + DependencyInjection
        """);

    // The public types of the simulated exchange are its vocabulary and its surface. That is why some folders use the root, which uses them.
    public static readonly Layering Testing = new(
        "src/Binance.AlgoOrders.Testing",
        """
        Internal | Internal/Time | Internal/Wire
        Internal/Limits
        Internal/Matching | Internal/Push
        Internal/State
        Internal/Rules
        Internal/Rules/Placing
        Internal/Endpoints
        Internal/Faults
        Internal/Processing
        Internal/Http | Internal/WebSockets
        (root)
        """)
    {
        AcceptedAgainstOrder =
        [
            "Internal/Endpoints -> (root)",
            "Internal/Faults -> (root)",
            "Internal/Http -> (root)",
            "Internal/Limits -> (root)",
            "Internal/Matching -> (root)",
            "Internal/Processing -> (root)",
            "Internal/Push -> (root)",
            "Internal/Rules -> (root)",
            "Internal/Rules/Placing -> (root)",
            "Internal/State -> (root)",
            "Internal/WebSockets -> (root)",
            "Internal/Wire -> (root)",
        ],
    };

    public static readonly Layering[] All = [Core, Ed25519, Redis, Streams, Testing];
}

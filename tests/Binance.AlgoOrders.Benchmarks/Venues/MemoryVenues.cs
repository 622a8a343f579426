namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The venues without sockets.</summary>
internal static class MemoryVenues
{
    /// <summary>The venue whose responses are available immediately.</summary>
    public static Venue Immediate { get; } =
        new("memory", new Uri("https://exchange.example"), () => new AcknowledgingHandler(isImmediate: true));

    /// <summary>The venue whose responses arrive on another thread, so that the cost of waiting counts.</summary>
    public static Venue Asynchronous { get; } =
        new("memory-async", new Uri("https://exchange.example"), () => new AcknowledgingHandler(isImmediate: false));

    /// <summary>The venue to which the framework's handler writes and reads HTTP/1.1 on a connection in memory.</summary>
    public static Venue Wire { get; } = new("memory-wire", new Uri("http://localhost"), () =>
    {
        SocketsHttpHandler handler = BareHandler.Create();
        handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new AcknowledgingConnection());
        return handler;
    });

    public static IReadOnlyList<Venue> All { get; } = [Immediate, Asynchronous, Wire];
}

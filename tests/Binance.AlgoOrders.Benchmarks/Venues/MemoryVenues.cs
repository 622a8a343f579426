namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The venues without a socket.</summary>
internal static class MemoryVenues
{
    /// <summary>Every answer is there at once.</summary>
    public static Venue Immediate { get; } =
        new("memory", new Uri("https://exchange.example"), () => new AcknowledgingHandler(answersAtOnce: true));

    /// <summary>Every answer comes on another thread, so that what waits for it counts.</summary>
    public static Venue Asynchronous { get; } =
        new("memory-async", new Uri("https://exchange.example"), () => new AcknowledgingHandler(answersAtOnce: false));

    /// <summary>The framework's own handler writes and reads HTTP/1.1, on a connection in memory.</summary>
    public static Venue Wire { get; } = new("memory-wire", new Uri("http://localhost"), () =>
    {
        SocketsHttpHandler handler = BareHandler.Create();
        handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new AcknowledgingConnection());
        return handler;
    });

    public static IReadOnlyList<Venue> All { get; } = [Immediate, Asynchronous, Wire];
}

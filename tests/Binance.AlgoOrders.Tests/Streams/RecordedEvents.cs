using System.Globalization;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Streams.Internal.Events;
using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>The messages of a file in the folder <c>Payloads</c>, and the updates that follow from them.</summary>
internal sealed class RecordedEvents
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Streams", "Payloads");

    private RecordedEvents(JsonElement root)
    {
        Messages = [.. root.GetProperty("messages").EnumerateArray().Select(message => message.GetRawText())];
        Updates = [.. root.GetProperty("updates").EnumerateArray().Select(update => update.GetString()!)];
    }

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file));

    public IReadOnlyList<string> Messages { get; }

    public IReadOnlyList<string> Updates { get; }

    public static RecordedEvents Load(string name)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        return new RecordedEvents(json.RootElement);
    }

    /// <summary>Applies messages in their order.</summary>
    /// <returns>The updates, as texts.</returns>
    public static IReadOnlyList<string> Apply(OrderTracker tracker, IEnumerable<string> messages) =>
        [.. messages.Select(message => tracker.Apply(Read(message), DateTimeOffset.UnixEpoch)).OfType<AlgoOrderUpdate>().Select(Describe)];

    public static StreamEvent Read(string message)
    {
        StreamEvent? read = StreamEventReader.Read(Encoding.UTF8.GetBytes(message));
        Assert.NotNull(read);
        return read;
    }

    public static string Describe(AlgoOrderUpdate update)
    {
        string order = string.Create(CultureInfo.InvariantCulture, $"{update.Order.AlgoId} {update.Status}");
        return update.Child is { } child
            ? string.Create(CultureInfo.InvariantCulture, $"{order}, child {child.OrderId} {child.Status} {child.ExecutedQuantity} at {child.AveragePrice}{Commission(child)}")
            : order;
    }

    private static string Commission(AlgoOrderChild child) => child.Commission is null ? "" : string.Create(CultureInfo.InvariantCulture, $" for {child.Commission} {child.CommissionAsset}");
}

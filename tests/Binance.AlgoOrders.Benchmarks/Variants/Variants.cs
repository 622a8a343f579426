using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates the variants of a cancel. The floor comes first.</summary>
internal static class Variants
{
    public const string FloorName = "floor";
    public const string NaiveName = "naive";
    public const string MinimalName = "minimal";
    public const string ProductName = "Create, CancelAsync";

    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(Account.AlgoId);

    public static IReadOnlyList<Variant> All(Venue venue) => [Floor(venue), Minimal(venue), Naive(venue), .. Product(venue)];

    /// <summary>Creates the floor and the two variants of the product with the fewest and the most features.</summary>
    public static IReadOnlyList<Variant> FloorAndProduct(Venue venue) => [Floor(venue), Create(venue), ContainerEnsuring(venue)];

    /// <summary>Creates the four variants of the product.</summary>
    public static IReadOnlyList<Variant> Product(Venue venue) => [Create(venue), CreateEnsuring(venue), Container(venue), ContainerEnsuring(venue)];

    public static Variant Floor(Venue venue)
    {
        var client = new FloorClient(venue);
        return new Variant(FloorName, client.CancelAsync, client);
    }

    public static Variant Create(Venue venue)
    {
        AlgoOrderClient client = ProductClient.Create(venue);
        return new Variant(ProductName, () => client.CancelAsync(Request), client);
    }

    public static Variant CreateEnsuring(Venue venue)
    {
        AlgoOrderClient client = ProductClient.Create(venue);
        return new Variant("Create, EnsureCanceledAsync", () => client.EnsureCanceledAsync(Request), client);
    }

    public static Variant Container(Venue venue)
    {
        ServiceProvider container = ProductClient.CreateContainer(venue);
        AlgoOrderClient client = container.GetRequiredService<AlgoOrderClient>();
        return new Variant("DI, CancelAsync", () => client.CancelAsync(Request), container);
    }

    public static Variant ContainerEnsuring(Venue venue)
    {
        ServiceProvider container = ProductClient.CreateContainer(venue);
        AlgoOrderClient client = container.GetRequiredService<AlgoOrderClient>();
        return new Variant("DI, EnsureCanceledAsync", () => client.EnsureCanceledAsync(Request), container);
    }

    public static void DisposeAll(this IReadOnlyList<Variant> variants)
    {
        foreach (Variant variant in variants)
        {
            variant.Dispose();
        }
    }

    private static Variant Minimal(Venue venue)
    {
        var client = new MinimalClient(venue);
        return new Variant(MinimalName, client.CancelAsync, client);
    }

    private static Variant Naive(Venue venue)
    {
        var client = new NaiveClient(venue);
        return new Variant(NaiveName, client.CancelAsync, client);
    }
}

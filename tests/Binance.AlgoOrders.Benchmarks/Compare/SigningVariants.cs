using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>From the order's id to the signed URL of its cancel, beside nothing but the hash over the same bytes.</summary>
internal static class SigningVariants
{
    public static IReadOnlyList<Variant> All() => [Hash(), Spike(), Product()];

    private static Variant Hash()
    {
        var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(Account.SecretKey));
        byte[] payload = Encoding.ASCII.GetBytes(Account.Payload);
        byte[] mac = new byte[HMACSHA256.HashSizeInBytes];
        return new Variant(
            "hmac",
            () =>
            {
                hmac.AppendData(payload);
                hmac.GetHashAndReset(mac);
                return Task.CompletedTask;
            },
            hmac);
    }

    private static Variant Spike()
    {
        var signing = new SpikeSigning(MemoryVenues.Immediate.Address);
        return new Variant(
            "spike, signed URL",
            () =>
            {
                signing.SignedUrl();
                return Task.CompletedTask;
            },
            signing);
    }

    private static Variant Product()
    {
        var parts = new LibraryParts();
        return new Variant("product, signed URL", async () => await parts.BuildUrlAsync(), parts);
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates the variants that build the signed URL of a cancel, and one that only hashes the same bytes.</summary>
internal static class SigningVariants
{
    public static IReadOnlyList<Variant> All() => [Hash(), Minimal(), Product()];

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

    private static Variant Minimal()
    {
        var signing = new MinimalSigning(MemoryVenues.Immediate.Address);
        return new Variant(
            "minimal, signed URL",
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

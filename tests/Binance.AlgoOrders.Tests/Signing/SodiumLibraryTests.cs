using Binance.AlgoOrders.Internal;

namespace Binance.AlgoOrders.Tests.Signing;

public class SodiumLibraryTests
{
    [Theory]
    [InlineData("NuGet package 'libsodium'")]
    [InlineData("apt-get install libsodium23")]
    public void A_missing_library_is_an_error_that_says_what_to_install(string advice) =>
        Assert.Contains(advice, Assert.Throws<DllNotFoundException>(() => SodiumLibrary.Load(["no-such-library"])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_next_name_is_tried_when_one_is_not_found() => Assert.NotEqual(0, SodiumLibrary.Load(["no-such-library", .. SodiumLibrary.Names]));
}

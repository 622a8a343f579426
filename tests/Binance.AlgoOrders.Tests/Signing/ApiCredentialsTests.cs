using System.Reflection;

namespace Binance.AlgoOrders.Tests.Signing;

public class ApiCredentialsTests
{
    private const string Key = "made-up-key";
    private const string Secret = "made-up-secret";

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("käy")]
    [InlineData("key\u007f")]
    [InlineData(null)]
    public void A_key_or_secret_that_is_not_visible_ASCII_is_rejected_and_not_shown(string? text)
    {
        ArgumentException[] exceptions =
        [
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSecretKey(text!, Secret)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSecretKey(Key, text!)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromPrivateKeyPem(text!, SampleKeys.Ed25519)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSigner(text!, new FixedSigner("mine"))),
        ];
        Assert.All(exceptions, exception => Assert.True(string.IsNullOrEmpty(text) || !exception.Message.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_key_without_a_private_key_or_a_signer_is_rejected()
    {
        Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromPrivateKeyPem(Key, " "));
        Assert.Throws<ArgumentNullException>(() => ApiCredentials.FromSigner(Key, null!));
    }

    [Fact]
    public void ToString_shows_no_key() => Assert.Equal("API credentials", ApiCredentials.FromSecretKey(Key, Secret).ToString());

    [Fact]
    public void No_property_is_public() =>
        Assert.Empty(typeof(ApiCredentials).GetProperties(BindingFlags.Public | BindingFlags.Instance));
}

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
    public void A_key_or_secret_that_is_none_is_refused_and_not_shown(string? text)
    {
        ArgumentException[] refusals =
        [
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSecretKey(text!, Secret)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSecretKey(Key, text!)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromPrivateKeyPem(text!, SampleKeys.Ed25519)),
            Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromSigner(text!, new FixedSigner("mine"))),
        ];
        Assert.All(refusals, refusal => Assert.True(string.IsNullOrEmpty(text) || !refusal.Message.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_key_without_what_signs_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => ApiCredentials.FromPrivateKeyPem(Key, " "));
        Assert.Throws<ArgumentNullException>(() => ApiCredentials.FromSigner(Key, null!));
    }

    [Fact]
    public void Its_text_shows_nothing_of_it() => Assert.Equal("API credentials", ApiCredentials.FromSecretKey(Key, Secret).ToString());

    [Fact]
    public void Nothing_of_it_is_public() =>
        Assert.Empty(typeof(ApiCredentials).GetProperties(BindingFlags.Public | BindingFlags.Instance));
}

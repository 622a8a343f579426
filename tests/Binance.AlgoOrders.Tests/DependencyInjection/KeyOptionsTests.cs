using System.Security.Cryptography;
using Binance.AlgoOrders.Tests.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class KeyOptionsTests
{
    private const string Secret = "made-up-secret";

    public static TheoryData<string, string, string> InvalidPems => new()
    {
        { "path/to/a/key.pem", "", "Provide the text of the file, not its path" },
        { SampleKeys.RsaPublic, "", "PrivateKeyPem contains no private key in PKCS#8" },
        { SampleKeys.EllipticCurve, "", "PrivateKeyPem must be an RSA or an Ed25519 key, but was of another kind." },
        { SampleKeys.EncryptedRsa, "", "PrivateKeyPem is encrypted, but no password was given" },
        { SampleKeys.EncryptedRsa, "my-wrong-word", "PrivateKeyPem cannot be opened with the password" },
        { SampleKeys.EncryptedEd25519, SampleKeys.Password, "AddEd25519Keys()" },
        { SampleKeys.Ed25519, "", "PrivateKeyPem is an Ed25519 key, which requires the package Binance.AlgoOrders.Ed25519. Call services.AddEd25519Keys(), or set Signer" },
    };

    [Fact]
    public void A_missing_key_is_rejected_with_the_list_of_key_options() =>
        Assert.Contains("A key to sign with must be set, but none was. Set exactly one of SecretKey (HMAC), PrivateKeyPem (RSA, Ed25519) and Signer", MessageFor(_ => { }), StringComparison.Ordinal);

    [Fact]
    public void A_missing_ApiKey_and_an_invalid_ApiKey_have_different_messages()
    {
        Assert.Contains("ApiKey must be set, but was empty.", MessageFor(options => (options.ApiKey, options.SecretKey) = ("", Secret)), StringComparison.Ordinal);
        Assert.Contains("ApiKey must consist of visible ASCII characters without white space, but did not.", MessageFor(options => (options.ApiKey, options.SecretKey) = ("my key", Secret)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_and_a_private_key_are_rejected_by_name() =>
        Assert.Contains("One key must be set, but SecretKey and PrivateKeyPem were. Set exactly one of", MessageFor(options => (options.SecretKey, options.PrivateKeyPem) = (Secret, SampleKeys.Rsa)), StringComparison.Ordinal);

    [Fact]
    public void A_secret_and_a_signer_are_rejected_by_name() =>
        Assert.Contains("One key must be set, but SecretKey and Signer were. Set exactly one of", MessageFor(options => (options.SecretKey, options.Signer) = (Secret, new FixedSigner("mine"))), StringComparison.Ordinal);

    [Fact]
    public void A_private_key_and_a_signer_are_rejected_by_name() =>
        Assert.Contains("One key must be set, but PrivateKeyPem and Signer were. Set exactly one of", MessageFor(options => (options.PrivateKeyPem, options.Signer) = (SampleKeys.Rsa, new FixedSigner("mine"))), StringComparison.Ordinal);

    [Fact]
    public void A_password_without_a_private_key_is_rejected() =>
        Assert.Contains("PrivateKeyPassword must be empty without a PrivateKeyPem, but was set.", MessageFor(options => (options.SecretKey, options.PrivateKeyPassword) = (Secret, SampleKeys.Password)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(InvalidPems), DisableDiscoveryEnumeration = true)]
    public void A_PEM_that_cannot_sign_is_rejected_with_the_reason(string pem, string password, string reason) =>
        Assert.Contains(reason, MessageFor(options => (options.PrivateKeyPem, options.PrivateKeyPassword) = (pem, password)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(InvalidPems), DisableDiscoveryEnumeration = true)]
    public void A_rejected_PEM_is_not_shown(string pem, string password, string reason)
    {
        _ = reason;
        string message = MessageFor(options => (options.PrivateKeyPem, options.PrivateKeyPassword) = (pem, password));
        Assert.All(pem.Split('\n').Append(password).Where(line => line.Length > 0 && !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_Ed25519_key_is_reported_as_damaged_after_AddEd25519Keys()
    {
        using ServiceProvider provider = CreateProvider(services => services.AddEd25519Keys(), SampleKeys.DamagedEd25519);
        Assert.Contains("PrivateKeyPem cannot be used. It is a damaged Ed25519 key.", MessageOf(provider), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_is_rejected_after_AddEd25519Keys()
    {
        using ServiceProvider provider = CreateProvider(services => services.AddEd25519Keys(), SampleKeys.EncryptedEd25519, "my-wrong-word");
        Assert.Contains("PrivateKeyPem cannot be opened with the password", MessageOf(provider), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signer_of_a_factory_is_disposed_with_the_container()
    {
        var factory = new CountingFactory();
        ServiceProvider provider = CreateProvider(services => services.AddSingleton<IPrivateKeySignerFactory>(factory), SampleKeys.EllipticCurve);
        provider.GetRequiredService<AlgoOrderClient>();

        await provider.DisposeAsync();

        Assert.Equal(0, factory.Live);
    }

    [Fact]
    public void A_client_has_one_signer_when_its_options_are_read_again()
    {
        var factory = new CountingFactory();
        using ServiceProvider provider = CreateProvider(services => services.AddSingleton<IPrivateKeySignerFactory>(factory), SampleKeys.EllipticCurve);
        provider.GetRequiredService<AlgoOrderClient>();
        using (IServiceScope scope = provider.CreateScope())
        {
            _ = scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<AlgoOrderClientOptions>>().Value;
        }

        Assert.Equal(1, factory.Live);
    }

    private static string MessageFor(Action<AlgoOrderClientOptions> change)
    {
        var options = new AlgoOrderClientOptions { ApiKey = "made-up-key" };
        change(options);
        return Assert.Throws<ArgumentException>(() => AlgoOrderClient.Create(options)).Message;
    }

    private static string MessageOf(ServiceProvider provider) =>
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<AlgoOrderClient>()).Message;

    private static ServiceProvider CreateProvider(Action<IServiceCollection> add, string pem, string password = "")
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(options => (options.ApiKey, options.PrivateKeyPem, options.PrivateKeyPassword) = ("made-up-key", pem, password));
        add(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Accepts every key, and counts the signers that are not disposed yet.</summary>
    private sealed class CountingFactory : IPrivateKeySignerFactory
    {
        public int Live { get; private set; }

        public IRequestSigner Create(string pem, string? password)
        {
            Live++;
            return new CountedSigner(this);
        }

        private sealed class CountedSigner(CountingFactory factory) : IRequestSigner, IDisposable
        {
            public int MaxSignatureLength => 1;

            public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
                throw new CryptographicException("This signer signs nothing.");

            public void Dispose() => factory.Live--;
        }
    }
}

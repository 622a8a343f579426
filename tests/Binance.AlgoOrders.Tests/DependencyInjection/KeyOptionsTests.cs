using System.Security.Cryptography;
using Binance.AlgoOrders.Tests.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class KeyOptionsTests
{
    private const string Secret = "made-up-secret";

    public static TheoryData<string, string, string> PemsThatAreRefused => new()
    {
        { "path/to/a/key.pem", "", "It is the text of the file, not its path" },
        { SampleKeys.RsaPublic, "", "PrivateKeyPem holds no private key in PKCS#8" },
        { SampleKeys.EllipticCurve, "", "PrivateKeyPem is neither an RSA nor an Ed25519 key" },
        { SampleKeys.EncryptedRsa, "", "PrivateKeyPem is encrypted, and no password is given" },
        { SampleKeys.EncryptedRsa, "my-wrong-word", "PrivateKeyPem is not opened by the password" },
        { SampleKeys.EncryptedEd25519, SampleKeys.Password, "AddEd25519Keys()" },
        { SampleKeys.Ed25519, "", "PrivateKeyPem is an Ed25519 key, which needs the package Binance.AlgoOrders.Ed25519: call services.AddEd25519Keys(), or set Signer" },
    };

    [Fact]
    public void No_key_is_refused_with_all_that_could_be_set() =>
        Assert.Contains("No key to sign with: exactly one of SecretKey (HMAC), PrivateKeyPem (RSA, Ed25519) and Signer", MessageFor(_ => { }), StringComparison.Ordinal);

    [Fact]
    public void A_missing_ApiKey_is_called_missing_and_a_bad_one_bad()
    {
        Assert.Contains("ApiKey is missing.", MessageFor(options => (options.ApiKey, options.SecretKey) = ("", Secret)), StringComparison.Ordinal);
        Assert.Contains("ApiKey carries white space", MessageFor(options => (options.ApiKey, options.SecretKey) = ("my key", Secret)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_and_a_private_key_are_refused_by_name() =>
        Assert.Contains("SecretKey and PrivateKeyPem are set: exactly one of", MessageFor(options => (options.SecretKey, options.PrivateKeyPem) = (Secret, SampleKeys.Rsa)), StringComparison.Ordinal);

    [Fact]
    public void A_secret_and_a_signer_are_refused_by_name() =>
        Assert.Contains("SecretKey and Signer are set: exactly one of", MessageFor(options => (options.SecretKey, options.Signer) = (Secret, new FixedSigner("mine"))), StringComparison.Ordinal);

    [Fact]
    public void A_private_key_and_a_signer_are_refused_by_name() =>
        Assert.Contains("PrivateKeyPem and Signer are set: exactly one of", MessageFor(options => (options.PrivateKeyPem, options.Signer) = (SampleKeys.Rsa, new FixedSigner("mine"))), StringComparison.Ordinal);

    [Fact]
    public void A_password_without_a_private_key_is_refused() =>
        Assert.Contains("PrivateKeyPassword is set, but no PrivateKeyPem", MessageFor(options => (options.SecretKey, options.PrivateKeyPassword) = (Secret, SampleKeys.Password)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(PemsThatAreRefused), DisableDiscoveryEnumeration = true)]
    public void A_PEM_that_cannot_be_signed_with_is_refused_with_the_reason(string pem, string password, string reason) =>
        Assert.Contains(reason, MessageFor(options => (options.PrivateKeyPem, options.PrivateKeyPassword) = (pem, password)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(PemsThatAreRefused), DisableDiscoveryEnumeration = true)]
    public void A_PEM_that_is_refused_is_not_shown(string pem, string password, string reason)
    {
        _ = reason;
        string message = MessageFor(options => (options.PrivateKeyPem, options.PrivateKeyPassword) = (pem, password));
        Assert.All(pem.Split('\n').Append(password).Where(line => line.Length > 0 && !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_Ed25519_key_is_called_so_once_Ed25519_keys_are_added()
    {
        using ServiceProvider provider = Provider(services => services.AddEd25519Keys(), SampleKeys.DamagedEd25519);
        Assert.Contains("PrivateKeyPem cannot be used. It is a damaged Ed25519 key.", MessageOf(provider), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_is_refused_once_Ed25519_keys_are_added_too()
    {
        using ServiceProvider provider = Provider(services => services.AddEd25519Keys(), SampleKeys.EncryptedEd25519, "my-wrong-word");
        Assert.Contains("PrivateKeyPem is not opened by the password", MessageOf(provider), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_factory_made_is_disposed_with_the_container()
    {
        var factory = new CountingFactory();
        ServiceProvider provider = Provider(services => services.AddSingleton<IPrivateKeySignerFactory>(factory), SampleKeys.EllipticCurve);
        provider.GetRequiredService<AlgoOrderClient>();

        await provider.DisposeAsync();

        Assert.Equal(0, factory.Live);
    }

    [Fact]
    public void A_client_keeps_one_signer_however_often_its_options_are_read()
    {
        var factory = new CountingFactory();
        using ServiceProvider provider = Provider(services => services.AddSingleton<IPrivateKeySignerFactory>(factory), SampleKeys.EllipticCurve);
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

    private static ServiceProvider Provider(Action<IServiceCollection> add, string pem, string password = "")
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(options => (options.ApiKey, options.PrivateKeyPem, options.PrivateKeyPassword) = ("made-up-key", pem, password));
        add(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Takes every key, and counts the signers that nobody disposed of.</summary>
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

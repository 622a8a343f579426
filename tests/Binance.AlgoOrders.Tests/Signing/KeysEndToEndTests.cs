using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Signing;

/// <summary>Cancels an order on the simulated exchange with each kind of key. The exchange verifies the signatures without code of the library.</summary>
public sealed class KeysEndToEndTests
{
    private readonly SimulatedExchange _exchange = new();

    [Fact]
    public async Task An_order_is_canceled_with_a_secret_key()
    {
        SimulatedAccount account = _exchange.AddAccount();
        await AssertCancelsAsync(account, ("SecretKey", account.SecretKey));
    }

    [Fact]
    public Task An_order_is_canceled_with_an_RSA_key() => AssertCancelsAsync(_exchange.AddRsaAccount(SampleKeys.RsaPublic), ("PrivateKeyPem", SampleKeys.Rsa));

    [Fact]
    public Task An_order_is_canceled_with_an_encrypted_RSA_key() => AssertCancelsAsync(
        _exchange.AddRsaAccount(SampleKeys.RsaPublic),
        ("PrivateKeyPem", SampleKeys.EncryptedRsa),
        ("PrivateKeyPassword", SampleKeys.Password));

    [Fact]
    public async Task An_order_is_canceled_with_an_Ed25519_key()
    {
        using var openssl = new Openssl();
        await AssertCancelsAsync(AddEd25519Account(openssl), ("PrivateKeyPem", SampleKeys.Ed25519));
    }

    [Fact]
    public async Task An_order_is_canceled_with_an_encrypted_Ed25519_key()
    {
        using var openssl = new Openssl();
        await AssertCancelsAsync(AddEd25519Account(openssl), ("PrivateKeyPem", SampleKeys.EncryptedEd25519), ("PrivateKeyPassword", SampleKeys.Password));
    }

    [Fact]
    public async Task An_order_is_canceled_with_an_Ed25519_signer_without_a_container()
    {
        using var openssl = new Openssl();
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        SimulatedAccount account = AddEd25519Account(openssl);
        using AlgoOrderClient client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, Signer = signer },
            _exchange.CreateHandler());

        await AssertCancelsAsync(client, account);
    }

    private SimulatedAccount AddEd25519Account(Openssl openssl) =>
        _exchange.AddAccount((payload, signature) => openssl.VerifyEd25519(SampleKeys.Ed25519Public, payload, signature));

    private async Task AssertCancelsAsync(SimulatedAccount account, params (string Option, string Value)[] keys)
    {
        IConfiguration section = new ConfigurationBuilder()
            .AddInMemoryCollection(keys.Append((Option: "ApiKey", Value: account.ApiKey)).Select(key => KeyValuePair.Create(key.Option, (string?)key.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(section).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        services.AddEd25519Keys();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await AssertCancelsAsync(provider.GetRequiredService<AlgoOrderClient>(), account);
    }

    private static async Task AssertCancelsAsync(AlgoOrderClient client, SimulatedAccount account)
    {
        SimulatedOrder stop = account.Place();
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }
}

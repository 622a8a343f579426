using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the readme of Binance.AlgoOrders.Ed25519.</summary>
public static class Ed25519ReadmeCode
{
    public static void FromContainer(IServiceCollection services, string apiKey)
    {
        services.AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.PrivateKeyPem = File.ReadAllText("key.pem"); });
        services.AddEd25519Keys();
    }

    public static void WithoutContainer(string apiKey, string password)
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(File.ReadAllText("key.pem"), password);
        using var client = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = apiKey, Signer = signer });
    }
}

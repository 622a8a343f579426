using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to credentials, besides those of the readme of Binance.AlgoOrders.Ed25519.</summary>
public static class CredentialsGuideCode
{
    /// <summary>Stands for a key vault of the reader's.</summary>
    public interface IVault
    {
        Task<byte[]> ComputeHmacSha256Async(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

        Task<(string ApiKey, string SecretKey)> ReadAsync(string name, bool skipCache, CancellationToken cancellationToken);
    }

    public static void Provider(IServiceCollection services)
    {
        services.AddSingleton<IApiCredentialsProvider, VaultCredentials>();
        services.AddBinanceAlgoOrders(options => options.Environment = BinanceEnvironment.Live);
    }

    public static void SeveralAccounts(IServiceCollection services, string hedgeKey, string hedgeSecret, string swingKey, string swingSecret)
    {
        services.AddBinanceAlgoOrders("hedge", options => { options.ApiKey = hedgeKey; options.SecretKey = hedgeSecret; });
        services.AddBinanceAlgoOrders("swing", options => { options.ApiKey = swingKey; options.SecretKey = swingSecret; });
    }

    public sealed class VaultSigner(IVault vault) : IRequestSigner
    {
        public int MaxSignatureLength => 64;

        public async ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            byte[] signature = await vault.ComputeHmacSha256Async(payload, cancellationToken);
            return Encoding.ASCII.GetBytes(Convert.ToHexString(signature), destination.Span);
        }
    }

    public sealed class VaultCredentials(IVault vault) : IApiCredentialsProvider
    {
        public async ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default)
        {
            bool skipCache = reason != CredentialsReason.FirstUse;
            (string apiKey, string secretKey) = await vault.ReadAsync("binance", skipCache, cancellationToken);
            return ApiCredentials.FromSecretKey(apiKey, secretKey);
        }
    }

    public sealed class HedgeDesk([FromKeyedServices("hedge")] AlgoOrderClient client)
    {
        public Task<CancelAlgoOrderOutcome> CancelAsync(long algoId) => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(algoId));
    }
}

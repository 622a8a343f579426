using Binance.AlgoOrders;
using Binance.AlgoOrders.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Ed25519 keys to the container.</summary>
public static class Ed25519ServiceCollectionExtensions
{
    /// <summary>
    /// Enables every <see cref="AlgoOrderClient"/> of the container to sign with an Ed25519 key given as
    /// <see cref="AlgoOrderClientOptions.PrivateKeyPem"/>. One call is enough, before or after the clients are added.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddEd25519Keys(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPrivateKeySignerFactory, Ed25519SignerFactory>());
        return services;
    }
}

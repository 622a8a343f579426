using Binance.AlgoOrders;
using Binance.AlgoOrders.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets clients sign with Ed25519 keys.</summary>
public static class Ed25519ServiceCollectionExtensions
{
    /// <summary>
    /// Lets every <see cref="AlgoOrderClient"/> of the container take an Ed25519 key as its <see cref="AlgoOrderClientOptions.PrivateKeyPem"/>.
    /// Once is enough, before or after the clients are added.
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

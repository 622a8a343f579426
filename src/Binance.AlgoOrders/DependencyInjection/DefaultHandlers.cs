using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Removes the handlers that a host adds to every HttpClient, such as a circuit breaker, which would stop cancels.</summary>
internal static class DefaultHandlers
{
    /// <summary>Removes the handlers that were configured before those of this builder, and logs it.</summary>
    public static void Remove(IHttpClientBuilder builder)
    {
        // The services of the builder, not of the container: the framework then runs this action after the defaults, even those that are added later.
        builder.Services.AddOptions<HttpClientFactoryOptions>(builder.Name).Configure<IServiceProvider>((options, provider) =>
        {
            if (options.HttpMessageHandlerBuilderActions.Count > 0)
            {
                options.HttpMessageHandlerBuilderActions.Clear();
                AlgoOrderClientFactory.GetLogger(provider.GetService<ILoggerFactory>()).DefaultHandlersRemoved(builder.Name);
            }
        });
    }
}

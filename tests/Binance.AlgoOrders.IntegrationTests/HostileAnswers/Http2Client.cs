using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>A client that speaks HTTP/2 and nothing else, as a user sets it up.</summary>
internal static class Http2Client
{
    public static ServiceProvider Provider(Http2Peer peer, TimeSpan attemptTimeout)
    {
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options =>
            {
                HostileCall.Configure(options, peer);
                options.AttemptTimeout = attemptTimeout;
            })
            .ConfigureHttpClient(http =>
            {
                http.DefaultRequestVersion = HttpVersion.Version20;
                http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            });
        return services.BuildServiceProvider();
    }
}

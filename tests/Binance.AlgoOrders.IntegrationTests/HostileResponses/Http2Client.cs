using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Creates a client that uses HTTP/2 only, configured as a user does it.</summary>
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

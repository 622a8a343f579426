using System.Net;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Recognizes the addresses of this machine. The Redis package compiles this file too.</summary>
internal static class LoopbackAddress
{
    // The framework reads the host "loopback" as "localhost".
    private const string LocalHost = "://localhost";

    /// <summary>Returns true for <c>localhost</c> and for a loopback IP address, but for no other name, whatever it resolves to.</summary>
    public static bool Matches(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => address.Host == "localhost" && address.OriginalString.Contains(LocalHost, StringComparison.OrdinalIgnoreCase),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(address.Host, out IPAddress? ip) && IPAddress.IsLoopback(ip),
        _ => false,
    };

    /// <summary>Returns true also for the names that the framework reads as <c>localhost</c>.</summary>
    public static bool MayBe(Uri address) => address.IsLoopback || Matches(address);
}

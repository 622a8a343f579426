using System.Net;
using System.Net.Sockets;

namespace Binance.AlgoOrders.IntegrationTests.Proxies;

/// <summary>A peer on loopback that acknowledges every cancel, with its address in the spelling of the test.</summary>
internal sealed class LoopbackTarget : IAsyncDisposable
{
    private readonly ScriptedPeer _peer;
    private readonly string _host;

    public LoopbackTarget(string host)
    {
        IPAddress address = host == "[::1]" ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        Assert.SkipUnless(address.AddressFamily == AddressFamily.InterNetwork || CanBind(address), "This machine has no IPv6 on loopback.");
        _host = host;
        _peer = new ScriptedPeer((_, socket) => ScriptedPeer.Respond("200 OK", """{"algoId":2146760,"clientAlgoId":"a","code":"200","msg":"success"}""")(socket), address);
    }

    /// <summary>The spellings of a loopback address that the options accept.</summary>
    public static string[] Hosts => ["127.0.0.1", "[::1]", "localhost"];

    public string Address => $"http://{_host}:{_peer.BaseAddress.Port}/";

    public int Requests => _peer.Requests.Count;

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    private static bool CanBind(IPAddress address)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Text;

namespace Binance.AlgoOrders.Tests.Testing.WebSockets;

/// <summary>Signatures as the WebSocket API takes them: Base64, not percent-encoded.</summary>
internal static class Ed25519Text
{
    public static string Sign(Ed25519Signer signer, ReadOnlySpan<byte> payload)
    {
        byte[] destination = new byte[signer.MaxSignatureLength];
        int length = signer.Sign(payload, destination);
        return Uri.UnescapeDataString(Encoding.ASCII.GetString(destination, 0, length));
    }
}

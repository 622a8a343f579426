namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>What an API key and a secret are made of.</summary>
internal static class KeyText
{
    /// <summary>Visible ASCII characters, no white space; at least one.</summary>
    public static bool IsKey(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and < '\x7f');
}

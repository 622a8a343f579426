namespace Binance.AlgoOrders;

/// <summary>Checks the format of API keys and secrets.</summary>
internal static class ApiKeyFormat
{
    /// <summary>Returns true if the text consists of at least one visible ASCII character and no white space.</summary>
    public static bool IsKey(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and < '\x7f');
}

using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Self-contained commands for a shell with curl and openssl.</summary>
internal static class ShellCommands
{
    public static string Cancel(string address, SimulatedAccount account, string algoId) => $"""
        key={account.ApiKey}
        secret={account.SecretKey}
        query="algoId={algoId}&timestamp=$(date +%s%3N)"
        signature=$(printf %s "$query" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
        curl -X DELETE -H "X-MBX-APIKEY: $key" "{address}fapi/v1/algoOrder?$query&signature=$signature"
        """;

    public static string Place(string address, SimulatedAccount account) => $"""
        key={account.ApiKey}
        secret={account.SecretKey}
        form="algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.010&triggerPrice=57000&timestamp=$(date +%s%3N)"
        signature=$(printf %s "$form" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
        curl -d "$form&signature=$signature" -H "X-MBX-APIKEY: $key" "{address}fapi/v1/algoOrder"
        """;

    public static string SetPrice(string address) => $$"""
        curl -H "Content-Type: application/json" -d '{"symbol":"BTCUSDT","last":"57900"}' "{{address}}__sim/price"
        """;

    /// <summary>Signs an untrusted text. The quotes keep the shell from executing any part of it.</summary>
    public static string Sign(string text, string secretKey) =>
        $"printf %s '{text.Replace("'", @"'\''", StringComparison.Ordinal)}' | openssl dgst -sha256 -hmac {secretKey} -r";
}

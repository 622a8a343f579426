using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>The settings that connect a client to the simulator, and shell commands that call it.</summary>
/// <param name="Address">The base address.</param>
/// <param name="ApiKey">The made-up API key.</param>
/// <param name="SecretKey">The made-up secret key.</param>
/// <param name="Options">The options of the README's first cancel, in C#.</param>
/// <param name="Cancel">Shell commands that cancel an open order.</param>
/// <param name="Place">Shell commands that place an order.</param>
/// <param name="NodeSdk">Lines for Binance's SDK for JavaScript.</param>
/// <param name="CcxtJavaScript">Lines for ccxt in JavaScript.</param>
/// <param name="CcxtPython">Lines for ccxt in Python.</param>
internal sealed record ConnectionGuide(
    string Address, string ApiKey, string SecretKey, string Options, string Cancel, string Place, string NodeSdk, string CcxtJavaScript, string CcxtPython)
{
    /// <param name="address">The base address, which ends with a slash.</param>
    /// <param name="account">The account with the key and the secret.</param>
    /// <param name="orders">The orders, of which the commands cancel the oldest open one.</param>
    public static ConnectionGuide For(string address, SimulatedAccount account, IEnumerable<SimulatedOrder> orders)
    {
        string algoId = orders.FirstOrDefault(static order => order.Status == SimulatedOrderStatus.New) is { } open
            ? open.AlgoId.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "…";
        return new ConnectionGuide(
            address,
            account.ApiKey,
            account.SecretKey,
            OptionsFor(address, account),
            ShellCommands.Cancel(address, account, algoId),
            ShellCommands.Place(address, account),
            ClientSettings.NodeSdk(address, account),
            ClientSettings.CcxtJavaScript(address, account),
            ClientSettings.CcxtPython(address, account));
    }

    private static string OptionsFor(string address, SimulatedAccount account) => $"""
        options.ApiKey = "{account.ApiKey}";
        options.SecretKey = "{account.SecretKey}";
        options.BaseAddress = new Uri("{address}");
        """;
}

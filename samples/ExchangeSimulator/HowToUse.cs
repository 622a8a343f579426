using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>What it takes to point a client at the simulator, and lines for a shell to try it by hand.</summary>
/// <param name="Address">The base address.</param>
/// <param name="ApiKey">Made up.</param>
/// <param name="SecretKey">Made up.</param>
/// <param name="Options">What the first cancel of the README takes in place of its own, in C#.</param>
/// <param name="Cancel">Cancels an open order.</param>
/// <param name="Place">Places an order.</param>
internal sealed record HowToUse(string Address, string ApiKey, string SecretKey, string Options, string Cancel, string Place)
{
    /// <param name="address">With the slash at its end.</param>
    /// <param name="account">Whose key and secret.</param>
    /// <param name="orders">The oldest open one is to be canceled.</param>
    public static HowToUse For(string address, SimulatedAccount account, IEnumerable<SimulatedOrder> orders)
    {
        string algoId = orders.FirstOrDefault(static order => order.Status == SimulatedOrderStatus.New) is { } open
            ? open.AlgoId.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "…";
        return new HowToUse(
            address,
            account.ApiKey,
            account.SecretKey,
            OptionsFor(address, account),
            ShellLines.Cancel(address, account, algoId),
            ShellLines.Place(address, account));
    }

    private static string OptionsFor(string address, SimulatedAccount account) => $"""
        options.ApiKey = "{account.ApiKey}";
        options.SecretKey = "{account.SecretKey}";
        options.BaseAddress = new Uri("{address}");
        """;
}

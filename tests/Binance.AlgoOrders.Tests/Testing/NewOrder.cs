namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The parameters of a stop that sells 0.010 BTC.</summary>
internal static class NewOrder
{
    private const string Stop = "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.010&triggerPrice=50000.00";

    /// <summary>Returns the parameters with changes, separated by ampersands: <c>name=value</c> sets a parameter, <c>-name</c> removes it.</summary>
    public static string With(string changes)
    {
        Dictionary<string, string> parameters = Stop.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (string change in changes.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = change.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                parameters.Remove(change.TrimStart('-'));
            }
            else
            {
                parameters[change[..equals]] = change[(equals + 1)..];
            }
        }

        return string.Join('&', parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));
    }
}

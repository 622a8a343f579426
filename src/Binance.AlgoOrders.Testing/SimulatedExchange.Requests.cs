using System.Globalization;

namespace Binance.AlgoOrders.Testing;

// The requests of other programs.
public sealed partial class SimulatedExchange
{
    /// <summary>
    /// Executes a request as if another program of the account's owner had sent it from another machine: by all rules of the endpoint, but without a
    /// signature, a fault, a weight or a ban. <see cref="Requests"/> does not contain it. An order that it places counts in
    /// <see cref="SimulatedAccount.CountOrders"/>.
    /// </summary>
    /// <param name="account">The account, whose first API key must not be revoked.</param>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="path">The path, such as <c>/fapi/v1/algoOrder</c>.</param>
    /// <param name="parameters">The parameters, not encoded, without <c>timestamp</c> and <c>signature</c>, or <see langword="null"/> for none.</param>
    /// <returns>The response, with Binance's code and message if the exchange rejects the request.</returns>
    /// <exception cref="ArgumentException"><paramref name="method"/> or <paramref name="path"/> is empty.</exception>
    public SimulatedResponse ExecuteFor(
        SimulatedAccount account, string method, string path, IEnumerable<KeyValuePair<string, string>>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(path);
        KeyValuePair<string, string> timestamp = new("timestamp", Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        IEnumerable<string> encoded = (parameters ?? []).Append(timestamp)
            .Select(static parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        KeyValuePair<string, string> key = new("X-MBX-APIKEY", account.ApiKey);
        var request = new SimulatedRequest(method, $"{path}?{string.Join('&', encoded)}", [key]) { IsAuthorizedBySession = true };
        return _dispatcher.ExecuteUnrecorded(request);
    }
}

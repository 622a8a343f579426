using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Signing;

namespace Binance.AlgoOrders.Tests.Testing.WebSockets;

public sealed class SessionTests : IDisposable
{
    private readonly TestExchange _test = new();
    private readonly Ed25519Signer _signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
    private readonly SimulatedAccount _account;
    private readonly ApiClient _client;

    public SessionTests()
    {
        _account = _test.Exchange.AddAccount((payload, signature) => Convert.ToBase64String(signature) == Ed25519Text.Sign(_signer, payload));
        _client = new ApiClient(_test);
    }

    public void Dispose() => _signer.Dispose();

    [Fact]
    public void A_session_needs_neither_key_nor_signature_afterwards()
    {
        SimulatedOrder order = _account.Place();
        string time = _test.Now.ToString(CultureInfo.InvariantCulture);

        Assert.StartsWith(
            $$$"""{"id":"the-id","status":200,"result":{"apiKey":"{{{_account.ApiKey}}}","authorizedSince":{{{time}}},"connectedSince":{{{time}}},"returnRateLimits":true,"serverTime":{{{time}}}},""",
            LogOn(),
            StringComparison.Ordinal);
        Assert.Contains("\"status\":200", Cancel(order), StringComparison.Ordinal);
        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public void A_session_still_needs_a_time()
    {
        LogOn();

        ApiClient.AssertError(_client.Send("algoOrder.cancel", ("algoId", 1)), 400, -1102);
    }

    [Fact]
    public void Another_connection_is_not_logged_on()
    {
        LogOn();
        var other = new ApiClient(_test);

        ApiClient.AssertError(other.Send("algoOrder.cancel", ("algoId", 1), ("timestamp", _test.Now)), 401, -2014);
    }

    [Fact]
    public void After_the_logout_requests_are_signed_again()
    {
        SimulatedOrder order = _account.Place();
        LogOn();

        Assert.Contains("\"apiKey\":null,\"authorizedSince\":null", _client.Send("session.logout"), StringComparison.Ordinal);
        Assert.Contains("\"apiKey\":null", _client.Send("session.status"), StringComparison.Ordinal);
        ApiClient.AssertError(Cancel(order), 401, -2014);
    }

    [Fact]
    public void A_revoked_key_ends_the_authorization()
    {
        SimulatedOrder order = _account.Place();
        LogOn();
        _account.RevokeKey(_account.ApiKey);

        ApiClient.AssertError(Cancel(order), 401, -2015);
    }

    [Fact]
    public void A_request_of_a_session_may_be_signed_with_another_key()
    {
        SimulatedOrder order = _test.Account.Place();
        LogOn();

        Assert.Contains("\"status\":200", _client.Call("algoOrder.cancel", ("algoId", order.AlgoId)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_of_a_session_with_a_key_needs_a_signature()
    {
        SimulatedOrder order = _test.Account.Place();
        LogOn();

        ApiClient.AssertError(
            _client.Send("algoOrder.cancel", ("algoId", order.AlgoId), ("apiKey", _test.Account.ApiKey), ("timestamp", _test.Now)), 400, -1102);
        Assert.Equal(SimulatedOrderStatus.New, order.Status);
    }

    [Fact]
    public void A_key_with_a_secret_cannot_log_on() => ApiClient.AssertError(_client.Call("session.logon"), 401, -2015);

    [Fact]
    public void A_wrong_signature_does_not_log_on()
    {
        ApiClient.AssertError(_client.Send("session.logon", ("apiKey", _account.ApiKey), ("timestamp", _test.Now), ("signature", "AQID")), 400, -1022);

        Assert.Contains("\"apiKey\":null", _client.Send("session.status"), StringComparison.Ordinal);
    }

    private string? Cancel(SimulatedOrder order) => _client.Send("algoOrder.cancel", ("algoId", order.AlgoId), ("timestamp", _test.Now));

    private string? LogOn()
    {
        string payload = $"apiKey={_account.ApiKey}&timestamp={_test.Now}";
        string signature = Ed25519Text.Sign(_signer, Encoding.UTF8.GetBytes(payload));
        return _client.Send("session.logon", ("apiKey", _account.ApiKey), ("timestamp", _test.Now), ("signature", signature));
    }
}

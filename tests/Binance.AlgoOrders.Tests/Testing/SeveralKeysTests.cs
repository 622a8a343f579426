using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class SeveralKeysTests
{
    private readonly SimulatedExchange _exchange = new();
    private readonly SimulatedAccount _account;

    public SeveralKeysTests() => _account = _exchange.AddAccount();

    [Fact]
    public async Task Every_key_of_an_account_can_cancel_its_orders()
    {
        SimulatedKey second = _account.AddKey();
        Assert.Null(await ErrorOfCancelAsync(_account.ApiKey, _account.SecretKey));
        Assert.Null(await ErrorOfCancelAsync(second.ApiKey, second.SecretKey));
    }

    [Fact]
    public async Task A_key_with_the_secret_of_another_one_is_a_wrong_signature() =>
        Assert.Equal(BinanceErrorCodes.InvalidSignature, await ErrorOfCancelAsync(_account.AddKey().ApiKey, _account.SecretKey));

    [Fact]
    public async Task A_revoked_key_is_rejected_and_the_others_are_not()
    {
        SimulatedKey second = _account.AddKey();
        _account.RevokeKey(_account.ApiKey);
        Assert.Equal(BinanceErrorCodes.RejectedApiKey, await ErrorOfCancelAsync(_account.ApiKey, _account.SecretKey));
        Assert.Null(await ErrorOfCancelAsync(second.ApiKey, second.SecretKey));
    }

    [Fact]
    public void Only_a_key_of_the_account_can_be_revoked()
    {
        Assert.Throws<ArgumentException>(() => _exchange.AddAccount().RevokeKey(_account.ApiKey));
        _account.RevokeKey(_account.ApiKey);
        Assert.Throws<ArgumentException>(() => _account.RevokeKey(_account.ApiKey));
    }

    [Fact]
    public void ToString_of_a_key_contains_neither_key_nor_secret() => Assert.Equal("Simulated key", _account.AddKey().ToString());

    private async Task<int?> ErrorOfCancelAsync(string apiKey, string secretKey)
    {
        var options = new AlgoOrderClientOptions { ApiKey = apiKey, SecretKey = secretKey };
        using AlgoOrderClient client = AlgoOrderClient.Create(options, _exchange.CreateHandler());
        try
        {
            await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), TestContext.Current.CancellationToken);
            return null;
        }
        catch (BinanceApiException exception)
        {
            return exception.ErrorCode;
        }
    }
}

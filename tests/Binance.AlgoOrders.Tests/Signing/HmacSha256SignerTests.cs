using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

public class HmacSha256SignerTests
{
    private const string FuturesSecret = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private const string SpotSecret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private const string JavaSdkSecret = "secretKey";

    public static TheoryData<string, string, string> Vectors => new()
    {
        // Futures documentation, example 1.
        { FuturesSecret, "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943", "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9" },
        // Spot documentation.
        { SpotSecret, "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559", "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71" },
        // Spot documentation: encode first, then sign.
        { SpotSecret, "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559", "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3" },
        // Binance's Java SDK: cancelAlgoOrder, queryAlgoOrder, and newAlgoOrder (query and body, joined without a separator).
        { JavaSdkSecret, "algoId=2146760&clientAlgoId=6B2I9XVcJpCjqPAJ4YoFX7&recvWindow=5000&timestamp=1736393892000", "87096ab0f7ef63c753df68f8402162e99b54653f0b45ee1736f9b9f8b1ff7160" },
        { JavaSdkSecret, "algoId=1&clientAlgoId=1&recvWindow=5000&timestamp=1736393892000", "45846156242c5b783dfbafe56f177eb51e9d45a16dcb15e667e825d16d7333a2" },
        { JavaSdkSecret, "timestamp=1736393892000symbol=BNBUSDT&side=BUY&reduceOnly=false&algoType=CONDITIONAL&newOrderRespType=ACK&selfTradePreventionMode=NONE&type=LIMIT&priceProtect=false&workingType=CONTRACT_PRICE", "e12ec8df92e5886319b32a913f0f988abfddaf9092516c76b7cb8dc39366423b" },
        // Computed with openssl.
        { FuturesSecret, "clientAlgoId=a%2Fb%3Ac.d_e-1&recvWindow=5000&timestamp=1591702613943", "a6c189781eea19fb4229ab7044195942ee52b5df91b3684ba2990ce3fee0c770" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task A_known_request_gets_its_known_signature(string secretKey, string payload, string signature)
    {
        using var signer = new HmacSha256Signer(secretKey);
        byte[] destination = new byte[signer.MaxSignatureLength];

        int length = await signer.SignAsync(Encoding.ASCII.GetBytes(payload), destination, TestContext.Current.CancellationToken);

        Assert.Equal(signature, Encoding.ASCII.GetString(destination, 0, length));
    }

    [Fact]
    public void Many_threads_sign_with_one_signer()
    {
        using var signer = new HmacSha256Signer(FuturesSecret);
        string[] payloads = [.. Enumerable.Range(0, 64).Select(number => $"algoId={number}")];
        string[] expected = [.. payloads.Select(payload => Sign(signer, payload))];

        Parallel.For(0, 6_400, number => Assert.Equal(expected[number % 64], Sign(signer, payloads[number % 64])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("with a blank")]
    [InlineData("with-a-line-end\n")]
    public void A_secret_that_is_empty_or_contains_white_space_is_rejected_and_not_shown(string? secretKey)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => new HmacSha256Signer(secretKey!));
        Assert.DoesNotContain("with", exception.Message.Replace("white", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_is_too_short_is_rejected()
    {
        using var signer = new HmacSha256Signer(FuturesSecret);
        Assert.Throws<ArgumentException>(() => signer.Sign("algoId=1"u8, new byte[63]));
    }

    [Fact]
    public void A_disposed_signer_does_not_sign()
    {
        var signer = new HmacSha256Signer(FuturesSecret);
        signer.Dispose();
        signer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => signer.Sign("algoId=1"u8, new byte[64]));
    }

    private static string Sign(HmacSha256Signer signer, string payload)
    {
        byte[] destination = new byte[64];
        int length = signer.Sign(Encoding.ASCII.GetBytes(payload), destination);
        return Encoding.ASCII.GetString(destination, 0, length);
    }
}

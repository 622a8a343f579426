using System.Text;
using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class ResponseTextTests
{
    private const string Secret = GoldenExchange.SecretKey;

    [Fact]
    public void Text_is_shown_without_line_ends_and_control_characters() =>
        Assert.Equal("<h1> Forbidden </h1>", ResponseText.Clean("\r\n<h1>\u0000\n\t Forbidden \u001b</h1>\n"));

    [Fact]
    public void What_could_be_a_key_or_a_signature_is_blanked() =>
        Assert.Equal("refused: ***&a=b", ResponseText.Clean($"refused: signature={Secret}&a=b"));

    [Fact]
    public void An_id_is_not_blanked() =>
        Assert.Equal(new string('a', 36), ResponseText.Clean(new string('a', 36)));

    [Fact]
    public void At_most_1024_characters_are_shown() =>
        Assert.Equal(1024, ResponseText.Clean(string.Concat(Enumerable.Repeat("ab ", 1000))).Length);

    [Fact]
    public void An_empty_body_is_nothing_to_show() =>
        Assert.Null(ResponseText.FromBody(" \r\n"u8));

    [Fact]
    public void A_secret_that_the_cut_goes_through_is_not_shown_in_part()
    {
        string body = new string(' ', 4096 - 20) + Secret + " and so on";
        Assert.Null(ResponseText.FromBody(Encoding.UTF8.GetBytes(body)));
    }
}

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

    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    public void Forty_characters_without_a_break_may_be_a_secret(int length, bool isSecret)
    {
        string run = new('x', length);
        Assert.Equal(isSecret, ResponseText.HoldsSecret(run));
        Assert.Equal(isSecret, ResponseText.HoldsSecret(run + " and more"));
        Assert.Equal(isSecret ? "***" : run, ResponseText.Clean(run));
    }

    [Theory]
    [InlineData($"{Secret} <a>")]
    [InlineData($"<a> <b>{Secret}</b>")]
    [InlineData($"signature is not {Secret}")]
    public void A_secret_is_found_wherever_it_stands(string text) => Assert.True(ResponseText.HoldsSecret(text));

    [Theory]
    [InlineData("not a secret ")]
    [InlineData("  not  a  secret")]
    public void Many_short_words_are_no_secret(string words) => Assert.False(ResponseText.HoldsSecret(string.Concat(Enumerable.Repeat(words, 100))));

    [Fact]
    public void At_most_1024_characters_are_shown() =>
        Assert.Equal(1024, ResponseText.Clean(string.Concat(Enumerable.Repeat("ab ", 1000))).Length);

    [Fact]
    public void An_empty_body_is_nothing_to_show() =>
        Assert.Null(ResponseText.FromBody(" \r\n"u8));

    [Fact]
    public void A_body_of_4096_bytes_is_not_cut() => Assert.Equal("the end", FromBody(new string(' ', 4096 - 7) + "the end"));

    [Fact]
    public void Of_a_longer_body_the_word_that_the_cut_goes_through_is_left_out() =>
        Assert.Equal("Refused: <b>", FromBody("Refused: <b>" + new string('x', 10_000)));

    [Fact]
    public void A_secret_that_the_cut_goes_through_is_not_shown_in_part() =>
        Assert.Null(FromBody(new string(' ', 4096 - 20) + Secret + " and so on"));

    private static string? FromBody(string body) => ResponseText.FromBody(Encoding.UTF8.GetBytes(body));
}

using System.Text;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Requests;

public class ResponseTextTests
{
    private const string Secret = GoldenExchange.SecretKey;

    [Fact]
    public void Redact_removes_line_ends_and_control_characters() =>
        Assert.Equal("<h1> Forbidden </h1>", ResponseText.Redact("\r\n<h1>\u0000\n\t Forbidden \u001b</h1>\n"));

    [Fact]
    public void Redact_replaces_text_that_may_be_a_key_or_a_signature() =>
        Assert.Equal("refused: ***&a=b", ResponseText.Redact($"refused: signature={Secret}&a=b"));

    [Fact]
    public void Redact_keeps_an_id() =>
        Assert.Equal(new string('a', 36), ResponseText.Redact(new string('a', 36)));

    [Theory]
    [InlineData(39, false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData(40, true, "***")]
    public void A_run_of_40_characters_may_be_a_secret(int length, bool isSecret, string redacted)
    {
        string run = new('x', length);
        Assert.Equal(isSecret, ResponseText.ContainsSecret(run));
        Assert.Equal(isSecret, ResponseText.ContainsSecret(run + " and more"));
        Assert.Equal(redacted, ResponseText.Redact(run));
    }

    [Theory]
    [InlineData($"{Secret} <a>")]
    [InlineData($"<a> <b>{Secret}</b>")]
    [InlineData($"signature is not {Secret}")]
    public void A_secret_is_found_anywhere_in_a_text(string text) => Assert.True(ResponseText.ContainsSecret(text));

    [Theory]
    [InlineData("not a secret ")]
    [InlineData("  not  a  secret")]
    public void Many_short_words_are_not_a_secret(string words) => Assert.False(ResponseText.ContainsSecret(string.Concat(Enumerable.Repeat(words, 100))));

    [Fact]
    public void Redact_returns_at_most_1024_characters() =>
        Assert.Equal(1024, ResponseText.Redact(string.Concat(Enumerable.Repeat("ab ", 1000))).Length);

    [Fact]
    public void FromBody_returns_null_for_an_empty_body() =>
        Assert.Null(ResponseText.FromBody(" \r\n"u8));

    [Fact]
    public void FromBody_reads_4096_bytes() => Assert.Equal("the end", FromBody(new string(' ', 4096 - 7) + "the end"));

    [Fact]
    public void FromBody_omits_the_word_at_the_end_of_4096_bytes_when_the_body_is_longer() =>
        Assert.Equal("Refused: <b>", FromBody("Refused: <b>" + new string('x', 10_000)));

    [Fact]
    public void FromBody_shows_no_part_of_a_secret_at_the_end_of_4096_bytes() =>
        Assert.Null(FromBody(new string(' ', 4096 - 20) + Secret + " and so on"));

    private static string? FromBody(string body) => ResponseText.FromBody(Encoding.UTF8.GetBytes(body));
}

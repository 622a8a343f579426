using System.Text;
using System.Text.Json;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Reads bodies that acknowledge the cancel of order 7, and bodies that do not.</summary>
public class CancelAcknowledgementTests
{
    private static readonly AlgoOrderId Requested = AlgoOrderId.FromAlgoId(7);

    [Theory]
    [InlineData("""{"algoId":7,"clientAlgoId":"c","code":"200","msg":"success"}""", "c", "200", "success")]
    [InlineData("""{"algoId":"7","clientAlgoId":"c","code":200,"msg":"done"}""", "c", "200", "done")]
    [InlineData("""{"msg":12,"code":"200","algoId":7}""", "", "200", "12")]
    [InlineData("""{"algoId":7,"clientAlgoId":null,"code":"200","msg":null,"new":{"algoId":8}}""", "", "200", "")]
    [InlineData("""{"algoId":7,"clientAlgoId":"c","algoStatus":"CANCELED","symbol":"BTCUSDT"}""", "c", "200", "CANCELED")]
    [InlineData("""{"algoId":7,"code":"200","msg":"success","algoStatus":"CANCELED"}""", "", "200", "success")]
    public void An_acknowledgement_is_read_in_every_form_that_Binance_sends(string body, string clientAlgoId, string code, string message)
    {
        CancelAlgoOrderResult? result = Read(body);

        Assert.Equal(new CancelAlgoOrderResult { AlgoId = 7, ClientAlgoId = clientAlgoId, Code = code, Message = message }, result);
    }

    [Theory]
    [InlineData("""[{"algoId":7,"code":"200"}]""")]
    [InlineData("\"algoId\"")]
    [InlineData("""{"algoId":8,"code":"200"}""")]
    [InlineData("""{"algoId":7,"code":"201"}""")]
    [InlineData("""{"algoId":7,"msg":"success"}""")]
    [InlineData("""{"algoId":7,"code":"200","algoStatus":"NEW"}""")]
    [InlineData("""{"algoId":7,"code":"201","algoStatus":"CANCELED"}""")]
    [InlineData("""{"algoId":7,"algoStatus":"NEW"}""")]
    public void A_body_about_anything_else_is_no_acknowledgement(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("""{"algoId":7,"algoId":7,"code":"200"}""")]
    [InlineData("""{"algoId":7,"clientAlgoId":"c","clientAlgoId":"c","code":"200"}""")]
    [InlineData("""{"algoId":7,"code":"200","code":"200"}""")]
    [InlineData("""{"algoId":7,"code":"200","msg":"a","msg":"a"}""")]
    [InlineData("""{"algoId":7,"algoStatus":"CANCELED","algoStatus":"CANCELED"}""")]
    [InlineData("""{"code":"200","algoId":7,"msg":"a","code":"200"}""")]
    public void A_repeated_member_is_rejected(string body) =>
        Assert.Equal("A member must appear once, but appeared twice.", Assert.Throws<JsonException>(() => Read(body)).Message);

    [Theory]
    [InlineData("\"7x\"", "The id must be a whole number, but was not.")]
    [InlineData("\"x\"", "The id must be a whole number, but was not.")]
    [InlineData("7.5", "The id must be a whole number, but was not.")]
    [InlineData("true", "The id must be a whole number, but was not.")]
    public void An_id_that_is_no_whole_number_is_rejected(string id, string reason) =>
        Assert.Equal(reason, Assert.Throws<JsonException>(() => Read($$"""{"algoId":{{id}},"code":"200"}""")).Message);

    [Fact]
    public void A_member_that_is_no_text_is_rejected() =>
        Assert.Equal("The member must be a string or a number, but was not.", Assert.Throws<JsonException>(() => Read("""{"algoId":7,"code":true}""")).Message);

    [Theory]
    [InlineData("""{"algoId":7,"code":"200"}x""")]
    [InlineData("""{"algoId":7,"code":"200"}{}""")]
    [InlineData("""{"algoId":7,"code":"200" """)]
    [InlineData("")]
    public void A_body_that_is_not_JSON_to_its_end_is_rejected(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    private static CancelAlgoOrderResult? Read(string body) => CancelAcknowledgement.Read(Requested, Encoding.UTF8.GetBytes(body));
}

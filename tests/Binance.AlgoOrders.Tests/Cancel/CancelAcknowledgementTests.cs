using System.Text;
using System.Text.Json;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Which bodies acknowledge the cancel of order 7, and which only look like it.</summary>
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
    public void It_is_read_in_every_shape_that_Binance_uses(string body, string clientAlgoId, string code, string message)
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
    public void What_speaks_of_something_else_is_none(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("""{"algoId":7,"algoId":7,"code":"200"}""")]
    [InlineData("""{"algoId":7,"clientAlgoId":"c","clientAlgoId":"c","code":"200"}""")]
    [InlineData("""{"algoId":7,"code":"200","code":"200"}""")]
    [InlineData("""{"algoId":7,"code":"200","msg":"a","msg":"a"}""")]
    [InlineData("""{"algoId":7,"algoStatus":"CANCELED","algoStatus":"CANCELED"}""")]
    [InlineData("""{"code":"200","algoId":7,"msg":"a","code":"200"}""")]
    public void A_name_that_stands_there_twice_is_refused(string body) =>
        Assert.Equal("A name stands there twice.", Assert.Throws<JsonException>(() => Read(body)).Message);

    [Theory]
    [InlineData("\"7x\"", "An id was expected.")]
    [InlineData("\"x\"", "An id was expected.")]
    [InlineData("7.5", "An id was expected.")]
    [InlineData("true", "An id was expected.")]
    public void An_id_that_is_none_is_refused(string id, string reason) =>
        Assert.Equal(reason, Assert.Throws<JsonException>(() => Read($$"""{"algoId":{{id}},"code":"200"}""")).Message);

    [Fact]
    public void A_text_that_is_none_is_refused() =>
        Assert.Equal("Text or a number was expected.", Assert.Throws<JsonException>(() => Read("""{"algoId":7,"code":true}""")).Message);

    [Theory]
    [InlineData("""{"algoId":7,"code":"200"}x""")]
    [InlineData("""{"algoId":7,"code":"200"}{}""")]
    [InlineData("""{"algoId":7,"code":"200" """)]
    [InlineData("")]
    public void What_is_not_JSON_to_its_end_is_refused(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    private static CancelAlgoOrderResult? Read(string body) => CancelAcknowledgement.Read(Requested, Encoding.UTF8.GetBytes(body));
}

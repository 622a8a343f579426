using System.Reflection;

namespace Binance.AlgoOrders.Tests.Orders;

public class AlgoOrderIdTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_algoId_that_is_not_above_zero_is_refused(long algoId)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AlgoOrderId.FromAlgoId(algoId));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlgoOrderId.ByAlgoId(algoId));
        Assert.Throws<ArgumentOutOfRangeException>(() => CancelAlgoOrderRequest.ByAlgoId(algoId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n\u3000")]
    public void A_blank_clientAlgoId_is_refused(string? clientAlgoId)
    {
        Assert.ThrowsAny<ArgumentException>(() => AlgoOrderId.FromClientAlgoId(clientAlgoId!));
        Assert.ThrowsAny<ArgumentException>(() => new AlgoOrderId.ByClientAlgoId(clientAlgoId!));
        Assert.ThrowsAny<ArgumentException>(() => CancelAlgoOrderRequest.ByClientAlgoId(clientAlgoId!));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_because_it_could_not_be_sent_as_it_is() =>
        Assert.Throws<ArgumentException>(() => AlgoOrderId.FromClientAlgoId("half a pair: \ud83d"));

    [Theory]
    [InlineData("a")]
    [InlineData(" a ")]
    [InlineData("a b&algoId=1")]
    [InlineData("１２３ 🙂")]
    [InlineData("an id of another tool, longer than the 36 characters that a new order may have")]
    public void Any_other_clientAlgoId_is_kept_as_it_is(string clientAlgoId)
    {
        var id = Assert.IsType<AlgoOrderId.ByClientAlgoId>(AlgoOrderId.FromClientAlgoId(clientAlgoId));
        Assert.Equal(clientAlgoId, id.ClientAlgoId);
    }

    [Fact]
    public void Ids_of_the_same_kind_and_value_are_equal()
    {
        Assert.Equal(AlgoOrderId.FromAlgoId(1), AlgoOrderId.FromAlgoId(1));
        Assert.NotEqual(AlgoOrderId.FromAlgoId(1), AlgoOrderId.FromClientAlgoId("1"));
    }

    [Fact]
    public void Nobody_outside_can_add_a_case()
    {
        // Every unsealed record has a copy constructor that heirs may call; an abstract internal member is what keeps them out.
        Assert.Contains(typeof(AlgoOrderId).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic), method => method is { IsAbstract: true, IsAssembly: true });
    }
}

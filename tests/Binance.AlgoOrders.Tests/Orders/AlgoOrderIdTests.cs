using System.Reflection;

namespace Binance.AlgoOrders.Tests.Orders;

public class AlgoOrderIdTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_algoId_that_is_not_greater_than_zero_is_rejected(long algoId)
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
    public void A_blank_clientAlgoId_is_rejected(string? clientAlgoId)
    {
        Assert.ThrowsAny<ArgumentException>(() => AlgoOrderId.FromClientAlgoId(clientAlgoId!));
        Assert.ThrowsAny<ArgumentException>(() => new AlgoOrderId.ByClientAlgoId(clientAlgoId!));
        Assert.ThrowsAny<ArgumentException>(() => CancelAlgoOrderRequest.ByClientAlgoId(clientAlgoId!));
    }

    [Fact]
    public void An_unpaired_surrogate_is_rejected_because_it_has_no_encoding() =>
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
    public void Other_assemblies_cannot_add_a_case()
    {
        // Derived types may call the copy constructor of an unsealed record. An abstract internal member prevents them.
        Assert.Contains(typeof(AlgoOrderId).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic), method => method is { IsAbstract: true, IsAssembly: true });
    }
}

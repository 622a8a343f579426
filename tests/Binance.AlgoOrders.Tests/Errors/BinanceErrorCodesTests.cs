using System.Globalization;
using System.Reflection;

namespace Binance.AlgoOrders.Tests.Errors;

public class BinanceErrorCodesTests
{
    [Fact]
    public void Every_code_has_Binances_name_and_no_two_share_one()
    {
        int[] codes = [.. typeof(BinanceErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => Convert.ToInt32(field.GetRawConstantValue(), CultureInfo.InvariantCulture))];
        string?[] names = [.. codes.Select(BinanceErrorCodes.NameOf)];

        Assert.NotEmpty(codes);
        Assert.All(names, Assert.NotNull);
        Assert.Equal(codes.Length, names.Distinct().Count());
    }

    [Fact]
    public void An_unknown_code_has_no_name() => Assert.Null(BinanceErrorCodes.NameOf(-9999));
}

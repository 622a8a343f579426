namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The settings of an account. <see cref="ExchangeState.Lock"/> guards them.</summary>
internal sealed class AccountSettings
{
    public const string Isolated = "ISOLATED";
    public const string Crossed = "CROSSED";

    private const int DefaultLeverage = 20;

    private readonly Dictionary<string, int> _leverages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _marginTypes = new(StringComparer.Ordinal);

    public bool IsHedgeMode { get; set; }

    public bool IsMultiAssetsMode { get; set; }

    public decimal MakerCommissionRate { get; set; }

    public decimal TakerCommissionRate { get; set; }

    public bool HasIsolatedSymbols => _marginTypes.ContainsValue(Isolated);

    public int LeverageOf(string symbol) => _leverages.GetValueOrDefault(symbol, DefaultLeverage);

    public void SetLeverage(string symbol, int leverage) => _leverages[symbol] = leverage;

    public string MarginTypeOf(string symbol) => _marginTypes.GetValueOrDefault(symbol, Crossed);

    public void SetMarginType(string symbol, string marginType) => _marginTypes[symbol] = marginType;
}

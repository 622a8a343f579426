namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The contracts that the exchange lists, all of USDⓈ-M. Of the options' contracts, these are the ones whose symbol requests may name.</summary>
internal sealed class ContractList
{
    private readonly Dictionary<string, SimulatedContract> _bySymbol;

    public ContractList(SimulatedExchangeOptions options)
    {
        All = [.. options.Contracts.Where(contract => options.Symbols?.Contains(contract.Symbol) != false)];
        _bySymbol = All.ToDictionary(static contract => contract.Symbol, StringComparer.Ordinal);
    }

    public IReadOnlyList<SimulatedContract> All { get; }

    /// <summary>Returns the contract of a symbol, or null if the market lists none.</summary>
    public SimulatedContract? Find(SimulatedMarket market, string symbol)
    {
        if (market != SimulatedMarket.UsdMargined)
        {
            return null;
        }

        return _bySymbol.GetValueOrDefault(symbol);
    }
}

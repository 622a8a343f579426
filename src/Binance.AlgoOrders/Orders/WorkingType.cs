namespace Binance.AlgoOrders;

/// <summary>Specifies the kind of price that triggers an order, wire name <c>workingType</c>.</summary>
public enum WorkingType
{
    /// <summary><c>CONTRACT_PRICE</c>: the last price of the contract.</summary>
    ContractPrice,

    /// <summary><c>MARK_PRICE</c>: the mark price.</summary>
    MarkPrice,
}

namespace Binance.AlgoOrders;

/// <summary>Specifies what a call that determines the outcome of an order begins with.</summary>
internal enum CancelMode
{
    /// <summary>Cancel the order.</summary>
    Cancel,

    /// <summary>Look the order up, and cancel it if it is open: a cancel of all orders was acknowledged after the order was seen.</summary>
    LookUpFirst,

    /// <summary>Look the order up and never cancel it.</summary>
    LookUpOnly,
}

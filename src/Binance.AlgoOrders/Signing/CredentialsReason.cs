namespace Binance.AlgoOrders;

/// <summary>Specifies why the client calls an <see cref="IApiCredentialsProvider"/>.</summary>
public enum CredentialsReason
{
    /// <summary>No request has been signed yet.</summary>
    FirstUse,

    /// <summary><see cref="AlgoOrderClient.RefreshCredentialsAsync"/> was called. A copy that the provider keeps is out of date.</summary>
    Requested,

    /// <summary>Binance rejected the API key (-2014, -2015). A copy that the provider keeps is out of date.</summary>
    Rejected,
}

namespace Binance.AlgoOrders;

/// <summary>Why an <see cref="IApiCredentialsProvider"/> is asked.</summary>
public enum CredentialsReason
{
    /// <summary>Nothing has been signed yet.</summary>
    FirstUse,

    /// <summary><see cref="AlgoOrderClient.RefreshCredentialsAsync"/> was called: a copy that the provider keeps is out of date.</summary>
    Requested,

    /// <summary>Binance refused the API key (-2014, -2015): a copy that the provider keeps is out of date.</summary>
    Refused,
}

namespace Binance.AlgoOrders.Testing;

/// <summary>The format in which a response 429 or 418 announces the end of the wait.</summary>
public enum RetryAfterFormat
{
    /// <summary>The header <c>Retry-After</c> with whole seconds.</summary>
    Seconds,

    /// <summary>The header <c>Retry-After</c> with an HTTP date, on the exchange's clock.</summary>
    HttpDate,

    /// <summary>No header. The message of a response 418 still contains the time, the message of a response 429 does not.</summary>
    None,
}

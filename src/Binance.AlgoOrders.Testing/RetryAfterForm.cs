namespace Binance.AlgoOrders.Testing;

/// <summary>How an answer 429 or 418 says when it may be tried again.</summary>
public enum RetryAfterForm
{
    /// <summary>The header <c>Retry-After</c> with whole seconds.</summary>
    Seconds,

    /// <summary>The header <c>Retry-After</c> with an HTTP date, on the exchange's clock.</summary>
    HttpDate,

    /// <summary>No header; the text of an answer 418 names the time nevertheless, that of an answer 429 does not.</summary>
    None,
}

namespace Binance.AlgoOrders;

/// <summary>
/// Brings the credentials of one account from where they are kept, such as a key vault. The client keeps what it was given, and asks again
/// when <see cref="AlgoOrderClient.RefreshCredentialsAsync"/> is called, and once per call when Binance refuses the key. One question at a time
/// serves all callers.
/// It must not block: callers wait for its task, each for as long as its own token and deadline allow, and nobody can leave a thread that is held.
/// </summary>
public interface IApiCredentialsProvider
{
    /// <summary>Brings the credentials that are good now. Always those of the same account: what is under way at a change belongs to it.</summary>
    /// <param name="reason">Why they are asked for. Except at the first use, a cache of the provider's own has to be passed by.</param>
    /// <param name="cancellationToken">Ends with the client, or after <see cref="AlgoOrderClientOptions.Timeout"/>; no single caller ends it.</param>
    /// <returns>
    /// The credentials. Equal ones change nothing. An exception fails the calls that cannot go on without it, as requests that were never sent; what
    /// the client had before stays in use.
    /// </returns>
    ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default);
}

namespace Binance.AlgoOrders;

/// <summary>
/// Provides the credentials of one account from the place where they are stored, such as a key vault. The client keeps the result. It calls the provider
/// again when <see cref="AlgoOrderClient.RefreshCredentialsAsync"/> is called and, once per call, when Binance rejects the key. All callers share
/// one call to the provider at a time. Implementations must not block: each caller waits for the task only as long as its own token and deadline
/// allow, but no caller can leave a blocked thread.
/// </summary>
public interface IApiCredentialsProvider
{
    /// <summary>
    /// Returns the currently valid credentials. They must always belong to the same account, because calls in progress during a change refer to it.
    /// </summary>
    /// <param name="reason">The reason for the call. Except for <see cref="CredentialsReason.FirstUse"/>, the provider must bypass its own cache.</param>
    /// <param name="cancellationToken">
    /// A token that is canceled with the client's disposal or after <see cref="AlgoOrderClientOptions.Timeout"/>, but never by a single caller.
    /// </param>
    /// <returns>
    /// The credentials. Equal ones change nothing. An exception fails the calls that cannot continue without new credentials, as requests that were
    /// never sent. The previous credentials stay in use.
    /// </returns>
    ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default);
}

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// An API key and the signer that belongs to it. A request leases both together. When the store has replaced them and the last request has
/// released them, the signer is disposed, which clears the key.
/// </summary>
internal sealed class SigningCredentials(ApiCredentials credentials, IRequestSigner signer, int version)
{
    // One lease belongs to the store.
    private int _leases = 1;
    private int _lastVersion = version;

    public ApiCredentials Credentials => credentials;

    public string ApiKey => credentials.ApiKey;

    public IRequestSigner Signer => signer;

    /// <summary>Gets the version of the refresh that returned these credentials first.</summary>
    public int FirstVersion { get; } = version;

    /// <summary>Gets or sets the version of the latest refresh that returned these credentials.</summary>
    public int LastVersion
    {
        get => Volatile.Read(ref _lastVersion);
        set => Volatile.Write(ref _lastVersion, value);
    }

    /// <summary>Returns false if the credentials were replaced and the key is cleared.</summary>
    public bool TryLease()
    {
        int leases = Volatile.Read(ref _leases);
        while (leases > 0)
        {
            int seen = Interlocked.CompareExchange(ref _leases, leases + 1, leases);
            if (seen == leases)
            {
                return true;
            }

            leases = seen;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _leases) == 0 && credentials.HandsOverSigner)
        {
            (signer as IDisposable)?.Dispose();
        }
    }
}

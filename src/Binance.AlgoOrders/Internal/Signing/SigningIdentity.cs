namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// An API key together with the signer that belongs to it: who has one has the other. Lent for one send at a time; when the key ring has let go of
/// it and the last send has given it back, the signer is disposed, which clears the key.
/// </summary>
internal sealed class SigningIdentity(ApiCredentials credentials, IRequestSigner signer, int inquiry)
{
    // One is the key ring's.
    private int _holders = 1;
    private int _lastInquiry = inquiry;

    public ApiCredentials Credentials => credentials;

    public string ApiKey => credentials.ApiKey;

    public IRequestSigner Signer => signer;

    /// <summary>The number of the inquiry that brought it.</summary>
    public int FirstInquiry { get; } = inquiry;

    /// <summary>The number of the latest inquiry that was answered with it.</summary>
    public int LastInquiry
    {
        get => Volatile.Read(ref _lastInquiry);
        set => Volatile.Write(ref _lastInquiry, value);
    }

    /// <summary>False: it has been replaced, and its key is gone.</summary>
    public bool TryLease()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0 && credentials.HandsOverSigner)
        {
            (signer as IDisposable)?.Dispose();
        }
    }
}

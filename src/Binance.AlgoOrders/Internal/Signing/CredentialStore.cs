using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// Stores the current credentials of one client. Each refresh gets a version number, so that a late result never replaces a newer one and a
/// rejected attempt can tell whether the credentials were refreshed since.
/// </summary>
internal sealed class CredentialStore(Func<ApiCredentials, IRequestSigner> createSigner, ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile SigningCredentials? _current;
    private int _latestVersion;
    private bool _disposed;

    /// <summary>Gets the version of the refresh that started last. The first has the number 1.</summary>
    public int LatestVersion => Volatile.Read(ref _latestVersion);

    public int NextVersion() => Interlocked.Increment(ref _latestVersion);

    /// <summary>True if a refresh after this version has completed.</summary>
    public bool WasRefreshedAfter(int version) => _current?.LastVersion > version;

    /// <summary>True if the credentials of this version have been replaced by others.</summary>
    public bool WasReplacedAfter(int version) => _current?.FirstVersion > version;

    /// <summary>Leases the key and the signer that belong together. The caller releases them. Returns null if there are none.</summary>
    public SigningCredentials? TryLease()
    {
        // Credentials whose lease fails have been replaced, so that the next read returns their successor.
        while (_current is { } current)
        {
            if (current.TryLease())
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Signs with these credentials from the next request on. Equal credentials change nothing.</summary>
    /// <exception cref="InvalidOperationException">The credentials cannot sign.</exception>
    public void Set(ApiCredentials credentials, int version)
    {
        lock (_lock)
        {
            SigningCredentials? current = _current;
            if (current?.LastVersion > version)
            {
                return;
            }

            if (current?.Credentials.IsSameAs(credentials) == true)
            {
                current.LastVersion = version;
                return;
            }

            var next = new SigningCredentials(credentials, createSigner(credentials), version);
            if (_disposed)
            {
                next.Release();
                return;
            }

            _current = next;
            if (current is null)
            {
                return;
            }

            current.Release();
        }

        logger.CredentialsReplaced();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            SigningCredentials? last = _current;
            (_current, _disposed) = (null, true);
            last?.Release();
        }
    }
}

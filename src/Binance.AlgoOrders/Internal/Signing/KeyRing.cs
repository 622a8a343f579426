using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// Holds what one client signs with at present. Whoever looks for newer credentials takes a number first, so that an answer that comes late
/// replaces nothing newer, and an attempt that was refused can tell whether anybody has asked since.
/// </summary>
internal sealed class KeyRing(Func<ApiCredentials, IRequestSigner> makeSigner, ILogger logger) : IDisposable
{
    private readonly Gate _turn = new();
    private volatile SigningIdentity? _current;
    private int _inquiries;
    private bool _disposed;

    /// <summary>How many inquiries have begun; the first has the number 1.</summary>
    public int Inquiries => Volatile.Read(ref _inquiries);

    public int BeginInquiry() => Interlocked.Increment(ref _inquiries);

    /// <summary>Whether an inquiry after this one has been answered.</summary>
    public bool WasAnsweredAfter(int inquiry) => _current?.LastInquiry > inquiry;

    /// <summary>Whether what this inquiry brought has been replaced.</summary>
    public bool WasReplacedAfter(int inquiry) => _current?.FirstInquiry > inquiry;

    /// <summary>Key and signer of one moment, to be released. Null: there are none yet, or none any more.</summary>
    public SigningIdentity? TryLease()
    {
        // One that is gone has been replaced before: the next look finds its successor.
        while (_current is { } current)
        {
            if (current.TryLease())
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Signs with these from the next send on. Equal ones change nothing.</summary>
    /// <exception cref="InvalidOperationException">They cannot be signed with.</exception>
    public void Put(ApiCredentials credentials, int inquiry)
    {
        lock (_turn)
        {
            SigningIdentity? current = _current;
            if (current?.LastInquiry > inquiry)
            {
                return;
            }

            if (current?.Credentials.IsSameAs(credentials) == true)
            {
                current.LastInquiry = inquiry;
                return;
            }

            var next = new SigningIdentity(credentials, makeSigner(credentials), inquiry);
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
        lock (_turn)
        {
            SigningIdentity? last = _current;
            (_current, _disposed) = (null, true);
            last?.Release();
        }
    }
}

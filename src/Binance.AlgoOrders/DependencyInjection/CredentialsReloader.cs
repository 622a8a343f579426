using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>
/// Stores the credentials of changed options. Invalid options change nothing and are logged. The options monitor would throw into the code that
/// changed them, so this class watches their sources itself.
/// </summary>
internal sealed class CredentialsReloader : IDisposable
{
    private readonly string _name;
    private readonly IOptionsFactory<AlgoOrderClientOptions> _options;
    private readonly CredentialStore _credentials;
    private readonly ILogger _logger;
    private readonly IDisposable[] _registrations;

    public CredentialsReloader(
        string name, IOptionsFactory<AlgoOrderClientOptions> options, IEnumerable<IOptionsChangeTokenSource<AlgoOrderClientOptions>> sources, CredentialStore credentials, ILogger logger)
    {
        (_name, _options, _credentials, _logger) = (name, options, credentials, logger);
        _registrations = [.. sources
            .Where(source => (source.Name ?? Options.DefaultName) == name)
            .Select(source => ChangeToken.OnChange(source.GetChangeToken, Reload))];
    }

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Reload()
    {
        int version = _credentials.NextVersion();
        try
        {
            AlgoOrderClientOptions changed = _options.Create(_name);
            if (changed.CredentialsProvider is null)
            {
                _credentials.Set(CredentialsValidator.GetCredentials(changed), version);
            }
            else
            {
                _logger.OptionsChangeRejected("A client that was created with keys cannot change to a CredentialsProvider.");
            }
        }
        catch (OptionsValidationException invalid)
        {
            _logger.OptionsChangeRejected(string.Join(' ', invalid.Failures));
        }
        // The user's code may read a file or a vault. The message of its exception may quote a value.
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            _logger.OptionsChangeRejected($"They could not be read ({unreadable.GetType().Name}).");
        }
    }
}

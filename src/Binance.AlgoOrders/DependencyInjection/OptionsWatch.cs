using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>
/// Puts the credentials of changed options on a client's key ring. Options that are not valid change nothing: the monitor of options only throws
/// of them, at whoever changed them, so that their sources are watched here, and what is wrong is logged.
/// </summary>
internal sealed class OptionsWatch : IDisposable
{
    private readonly string _name;
    private readonly IOptionsFactory<AlgoOrderClientOptions> _options;
    private readonly KeyRing _keys;
    private readonly ILogger _logger;
    private readonly IDisposable[] _registrations;

    public OptionsWatch(
        string name, IOptionsFactory<AlgoOrderClientOptions> options, IEnumerable<IOptionsChangeTokenSource<AlgoOrderClientOptions>> sources, KeyRing keys, ILogger logger)
    {
        (_name, _options, _keys, _logger) = (name, options, keys, logger);
        _registrations = [.. sources
            .Where(source => (source.Name ?? Options.DefaultName) == name)
            .Select(source => ChangeToken.OnChange(source.GetChangeToken, Take))];
    }

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Take()
    {
        int inquiry = _keys.BeginInquiry();
        try
        {
            AlgoOrderClientOptions changed = _options.Create(_name);
            if (changed.CredentialsProvider is null)
            {
                _keys.Put(KeyRules.CredentialsOf(changed), inquiry);
            }
            else
            {
                _logger.OptionsNotTaken("a client that was made with keys does not change to a CredentialsProvider.");
            }
        }
        catch (OptionsValidationException invalid)
        {
            _logger.OptionsNotTaken(string.Join(' ', invalid.Failures));
        }
        // Of the binder, which may quote a value.
        catch (InvalidOperationException unreadable)
        {
            _logger.OptionsNotTaken($"they could not be read ({unreadable.GetType().Name}).");
        }
    }
}

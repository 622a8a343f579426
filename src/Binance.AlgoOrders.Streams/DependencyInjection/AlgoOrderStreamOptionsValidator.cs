using System.Globalization;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Streams.DependencyInjection;

/// <summary>Validates all options at once, before a connection is opened.</summary>
internal sealed class AlgoOrderStreamOptionsValidator(IOptionsMonitor<AlgoOrderClientOptions> clients) : IValidateOptions<AlgoOrderStreamOptions>
{
    private const int LargestCapacity = 1_000_000;

    private static readonly TimeSpan ShortestKeyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestKeyInterval = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ShortestSnapshotInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSnapshotInterval = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, AlgoOrderStreamOptions options) => ToResult(GetFailures(options).Concat(GetFailures(options, clients.Get(name))));

    public static ValidateOptionsResult Validate(AlgoOrderStreamOptions options) => ToResult(GetFailures(options));

    private static ValidateOptionsResult ToResult(IEnumerable<string> failures)
    {
        string[] messages = [.. failures.Select(static failure => $"{nameof(AlgoOrderStreamOptions)}: {failure}")];
        if (messages.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(messages);
    }

    private static IEnumerable<string> GetFailures(AlgoOrderStreamOptions options, AlgoOrderClientOptions client)
    {
        if (client.Market != BinanceMarket.UsdMargined)
        {
            yield return $"The client of a stream must have the market UsdMargined, but had {client.Market}.";
        }

        if (client.BaseAddress is not null && options.BaseAddress is null)
        {
            yield return "BaseAddress must be set if the client has a BaseAddress of its own, but was null.";
        }
    }

    private static IEnumerable<string> GetFailures(AlgoOrderStreamOptions options)
    {
        if (options.BaseAddress is { } address && !StreamAddress.IsAcceptable(address))
        {
            yield return $"{StreamAddress.Rule}, but was another.";
        }

        if (options.KeyInterval < ShortestKeyInterval || options.KeyInterval > LongestKeyInterval)
        {
            yield return Describe("KeyInterval must be 1 second to 30 minutes", options.KeyInterval);
        }

        if (options.SnapshotInterval < ShortestSnapshotInterval || options.SnapshotInterval > LongestSnapshotInterval)
        {
            yield return Describe("SnapshotInterval must be 10 seconds to 1 hour", options.SnapshotInterval);
        }

        if (options.BufferCapacity is < 1 or > LargestCapacity)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"BufferCapacity must be 1 to 1,000,000, but was {options.BufferCapacity}.");
        }
    }

    private static string Describe(string rule, TimeSpan value) => string.Create(CultureInfo.InvariantCulture, $"{rule}, but was {value:c}.");
}

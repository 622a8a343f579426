using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The kinds of failure that the rows of <see cref="ResponseRules.Table"/> have. Rows that the client cannot tell apart are one kind.</summary>
internal static class FailureKinds
{
    private static readonly TimeSpan[] Blocks = [Bounds.Tick, Bounds.Ticks(Bounds.Timeout)];

    /// <summary>Gets every kind.</summary>
    public static IReadOnlyList<FailureKind> All { get; } = [.. ResponseRules.Table.SelectMany(CreateKinds).DistinctBy(kind => kind.Facts)];

    /// <summary>Gets the kind of a cancel of an order that Binance does not find.</summary>
    public static byte NotFound { get; } = IndexOf(kind => kind.Facts.IsNotFound);

    /// <summary>Gets the kind of a request without a response.</summary>
    public static byte Unknown { get; } = IndexOf(kind => kind.Facts.Execution == ExecutionStatus.Unknown);

    private static byte IndexOf(Func<FailureKind, bool> predicate) => (byte)All.TakeWhile(kind => !predicate(kind)).Count();

    private static IEnumerable<FailureKind> CreateKinds(ResponseRule rule)
    {
        if (rule.Then != NextStep.Wait)
        {
            return [Create(rule, blockedFor: null)];
        }

        return Blocks.Select(block => Create(rule, block));
    }

    private static FailureKind Create(ResponseRule rule, TimeSpan? blockedFor)
    {
        var route = new ApiRoute(new Uri("http://localhost/"), "GET /fapi/v1/algoOrder");
        var attempt = new Attempt(FindAlgoOrderEndpoint.CreateLookup(AlgoOrderId.FromAlgoId(1)), route, Bounds.Epoch, startTimestamp: 0)
        {
            Rule = rule,
            Execution = rule.Execution,
            Hold = CreateHold(rule, blockedFor),
        };
        string block = blockedFor is null ? "" : string.Create(CultureInfo.InvariantCulture, $" for {blockedFor.Value.TotalSeconds} ticks");
        return new FailureKind(rule.Name + block, AttemptFacts.Of(attempt), new LookupResult.Failed(attempt));
    }

    private static RateLimitHold? CreateHold(ResponseRule rule, TimeSpan? blockedFor)
    {
        if (blockedFor is { } time)
        {
            return new RateLimitHold(new RateLimitBlock(HttpStatusCode.TooManyRequests, time, rule.Scope!.Value));
        }

        return null;
    }
}

/// <summary>A kind of failure.</summary>
/// <param name="Name">The first row of this kind.</param>
/// <param name="Facts">The facts of a failed attempt.</param>
/// <param name="Lookup">The same failure of a query or a list.</param>
internal sealed record FailureKind(string Name, AttemptFacts Facts, LookupResult Lookup);

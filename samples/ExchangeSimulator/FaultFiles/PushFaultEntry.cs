using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>An entry whose fault applies to events of user data streams.</summary>
internal static class PushFaultEntry
{
    private static readonly string[] Events = ["ALGO_UPDATE", "ORDER_TRADE_UPDATE", "ACCOUNT_UPDATE", "listenKeyExpired"];

    private static readonly Dictionary<string, Action<SimulatedPushFaults, TimeSpan>> Kinds = new(StringComparer.Ordinal)
    {
        ["Drop"] = static (faults, _) => faults.DropNext(),
        ["Freeze"] = static (faults, _) => faults.FreezeNext(),
        ["Lose"] = static (faults, _) => faults.LoseNext(),
        ["Duplicate"] = static (faults, after) => faults.DuplicateNext(after),
        ["Delay"] = static (faults, delay) => faults.DelayNext(delay),
        ["Reorder"] = static (faults, _) => faults.ReorderNext(),
    };

    /// <summary>The most events of an entry. Each is an armed fault of its own.</summary>
    private const int MaxCount = 1000;

    /// <summary>Returns the function that arms the fault.</summary>
    public static Action<SimulatedExchange> Read(FaultMembers members)
    {
        members.AllowOnly("pushFault", "event", "count", "after", "seconds");
        string kind = members.OneOf("pushFault", Kinds.Keys)!;
        string? eventName = members.OneOf("event", Events);
        int count = members.Number("count", least: 1, missing: 1, most: MaxCount);
        int after = members.Number("after", least: 0, missing: 0);
        TimeSpan delay = ReadDelay(members, kind);
        return exchange =>
        {
            SimulatedPushFaults faults = eventName is null ? exchange.PushFaults : exchange.PushFaults.On(eventName);
            for (int armed = 0; armed < count; armed++)
            {
                Kinds[kind](faults.After(after), delay);
            }
        };
    }

    private static TimeSpan ReadDelay(FaultMembers members, string kind)
    {
        TimeSpan? delay = members.Seconds();
        if (delay is null && kind == "Delay")
        {
            throw new InvalidFaultException("'seconds' must be given for the fault Delay.");
        }

        if (delay is not null && kind is not ("Delay" or "Duplicate"))
        {
            throw new InvalidFaultException($"'seconds' must not be given for the fault {kind}.");
        }

        return delay ?? TimeSpan.Zero;
    }
}

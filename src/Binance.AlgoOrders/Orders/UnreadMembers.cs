using System.Collections.ObjectModel;

namespace Binance.AlgoOrders;

/// <summary>The members of an order that could not be read. Compares by value, so that orders do.</summary>
internal sealed class UnreadMembers : ReadOnlyDictionary<string, string>
{
    private static readonly UnreadMembers None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    private UnreadMembers(Dictionary<string, string> members)
        : base(members)
    {
    }

    /// <summary>Returns a copy of the members.</summary>
    /// <param name="members">The texts by name, or null for none.</param>
    public static UnreadMembers Of(IReadOnlyDictionary<string, string>? members) => members switch
    {
        null or { Count: 0 } => None,
        UnreadMembers known => known,
        _ => new UnreadMembers(new Dictionary<string, string>(members, StringComparer.Ordinal)),
    };

    public override bool Equals(object? obj) =>
        obj is UnreadMembers other && other.Count == Count && this.All(member => other.TryGetValue(member.Key, out string? text) && text == member.Value);

    // The order of the members does not matter.
    public override int GetHashCode() => this.Aggregate(Count, static (hash, member) => hash ^ HashCode.Combine(member.Key, member.Value));

    public override string ToString() => string.Join(", ", this.Select(static member => $"{member.Key}: {member.Value}"));
}

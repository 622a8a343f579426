using System.Text.Json;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads the members of an entry strictly.</summary>
internal sealed class FaultMembers
{
    private const int MaxSeconds = 86_400;

    private readonly JsonElement _entry;

    public FaultMembers(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidFaultException($"the entry must be an object such as {{\"fault\":\"ExecuteThenDrop\"}}, but was {entry.GetRawText()}.");
        }

        _entry = entry;
    }

    public bool Has(string name) => _entry.TryGetProperty(name, out _);

    public void AllowOnly(params IReadOnlyList<string> names)
    {
        foreach (JsonProperty member in _entry.EnumerateObject().Where(member => !names.Contains(member.Name, StringComparer.Ordinal)))
        {
            throw new InvalidFaultException($"the members must be among {string.Join(", ", names)}, but one was '{member.Name}'.");
        }
    }

    /// <summary>Returns the text of a member that is one of the allowed texts, or null without the member.</summary>
    public string? OneOf(string name, IEnumerable<string> allowed)
    {
        string[] texts = [.. allowed];
        return Text(name, text => texts.Contains(text, StringComparer.Ordinal), $"one of {string.Join(", ", texts)}");
    }

    /// <summary>Returns the text of a member, or null without the member.</summary>
    public string? Text(string name, Func<string, bool> isValid, string expected)
    {
        if (!_entry.TryGetProperty(name, out JsonElement member))
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.String && isValid(member.GetString()!))
        {
            return member.GetString();
        }

        throw Invalid(name, expected, member);
    }

    /// <summary>Returns a whole number within a range, or <paramref name="missing"/> without the member.</summary>
    public int Number(string name, int least, int missing, int most = int.MaxValue)
    {
        if (!_entry.TryGetProperty(name, out JsonElement member))
        {
            return missing;
        }

        if (member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out int number) && number >= least && number <= most)
        {
            return number;
        }

        throw Invalid(name, $"a whole number from {least} to {most}", member);
    }

    /// <summary>Returns the duration of <c>seconds</c>, or null without the member.</summary>
    public TimeSpan? Seconds()
    {
        if (!_entry.TryGetProperty("seconds", out JsonElement member))
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out double seconds) && seconds is >= 0 and <= MaxSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        throw Invalid("seconds", $"a number from 0 to {MaxSeconds}", member);
    }

    private static InvalidFaultException Invalid(string name, string expected, JsonElement member) =>
        new($"'{name}' must be {expected}, but was {member.GetRawText()}.");
}

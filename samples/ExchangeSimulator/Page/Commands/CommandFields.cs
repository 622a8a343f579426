using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The members of a command as texts. Numbers may be texts too, which keep their scale. An invalid member is an <see cref="InvalidCommandException"/>
/// that names it and states what is allowed.
/// </summary>
internal sealed partial class CommandFields(IReadOnlyDictionary<string, string> texts)
{
    // Keeps products of prices and quantities within the range of a decimal.
    private const decimal MaxDecimal = 1_000_000_000m;

    public string? this[string name] => texts.GetValueOrDefault(name);

    public static async Task<CommandFields> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            using JsonDocument json = await JsonDocument.ParseAsync(body, options, cancellationToken);
            return Read(json.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new InvalidCommandException("The command must be a JSON object that has each member once, but it cannot be read.");
        }
    }

    /// <summary>Rejects a member that the command does not have.</summary>
    public void AllowOnly(params string[] names)
    {
        if (texts.Keys.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidCommandException($"The members of the command must be among {string.Join(", ", names)}, but one was '{unknown}'.", unknown);
        }
    }

    public string Symbol(string name)
    {
        string? text = this[name];
        return text is not null && IsSymbol(text) ? text : throw Invalid(name, "3 to 20 capital letters, digits and underscores, such as BTCUSDT");
    }

    /// <summary>Returns one of the given values.</summary>
    public string OneOf(string name, IReadOnlyCollection<string> values)
    {
        string? text = this[name];
        return text is not null && values.Contains(text, StringComparer.Ordinal) ? text : throw Invalid(name, $"one of {string.Join(", ", values)}");
    }

    /// <summary>Returns a price or a quantity, or null if the member is missing.</summary>
    public decimal? OptionalDecimal(string name) => this[name] is null ? null : Decimal(name);

    public decimal Decimal(string name)
    {
        decimal value = PlainDecimal().IsMatch(this[name] ?? "") ? decimal.Parse(this[name]!, CultureInfo.InvariantCulture) : 0;
        return value is > 0 and <= MaxDecimal
            ? value
            : throw Invalid(name, "a number greater than 0 and at most 1000000000, of digits with at most one point, such as 58000.5");
    }

    public long Whole(string name, long least, long most, long? missing = null)
    {
        string? text = this[name] ?? missing?.ToString(CultureInfo.InvariantCulture);
        bool isValid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most;
        return isValid ? value : throw Invalid(name, $"a whole number from {least} to {most}");
    }

    public double Seconds(string name, double most, double missing)
    {
        double value = missing;
        bool isValid = this[name] is not { } text || double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        return isValid && value >= 0 && value <= most ? value : throw Invalid(name, $"a number of seconds from 0 to {most}, such as 2.5");
    }

    public static bool IsSymbol(string symbol) => symbol.Length is >= 3 and <= 20 && symbol.All(IsSymbolCharacter);

    /// <summary>Returns the error of a member that does not have an allowed value.</summary>
    public InvalidCommandException Invalid(string name, string allowed)
    {
        string actual = this[name] is { } text ? $"was '{text}'" : "it is missing";
        return new InvalidCommandException($"{name} must be {allowed}, but {actual}.", name);
    }

    private static CommandFields Read(JsonElement command)
    {
        if (command.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidCommandException($"The command must be a JSON object, but it is of the kind {command.ValueKind}.");
        }

        var members = command.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null);
        return new CommandFields(members.ToDictionary(static member => member.Name, TextOf, StringComparer.Ordinal));
    }

    private static string TextOf(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => member.Value.GetString()!,
        JsonValueKind.Number => member.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        var kind => throw new InvalidCommandException($"{member.Name} must be a text, a number, true or false, but it is of the kind {kind}.", member.Name),
    };

    private static bool IsSymbolCharacter(char character) => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_';

    // \z, because '$' would accept a trailing line feed.
    [GeneratedRegex(@"^[0-9]{1,10}(\.[0-9]{1,10})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainDecimal();
}

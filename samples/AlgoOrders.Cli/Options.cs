using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Options that several commands share, each parsed strictly.</summary>
internal static class Options
{
    public static Option<string?> Symbol(string description, bool required = false) => new("--symbol")
    {
        Description = description,
        Required = required,
        CustomParser = result => result.Tokens[0].Value.Trim().ToUpperInvariant(),
    };

    // The default parser reads 1,5 as 15.
    public static Option<decimal?> Number(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = result => ReadNumber(name, result),
    };

    /// <summary>Gets the value of a required option. The parser has rejected a command line without it.</summary>
    public static T Required<T>(this ParseResult parsed, Option<T?> option)
        where T : struct => parsed.GetValue(option)!.Value;

    private static decimal? ReadNumber(string name, ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0)
        {
            return number;
        }

        result.AddError($"{name} must be a number above zero such as 0.5, but was '{text}'.");
        return null;
    }
}

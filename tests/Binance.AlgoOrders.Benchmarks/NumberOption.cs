using System.CommandLine;
using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates options that are whole numbers within bounds.</summary>
internal static class NumberOption
{
    public static Option<int> Create(string name, string description, int value, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} Default {value}.", DefaultValueFactory = _ => value };
        Require(option, least, most);
        return option;
    }

    /// <summary>Creates an option without a fixed default. The description explains the default.</summary>
    public static Option<int?> CreateOpen(string name, string description, int least, int most)
    {
        var option = new Option<int?>(name) { Description = description };
        Require(option, least, most);
        return option;
    }

    /// <summary>Creates an option of one or more numbers, which may have decimals.</summary>
    public static Option<double[]> CreateList(string name, string description, double[] values, double least, double most)
    {
        string defaults = string.Join(' ', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
        var option = new Option<double[]>(name)
        {
            Description = $"{description} Default {defaults}.",
            DefaultValueFactory = _ => values,
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value))
            {
                if (!(double.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most))
                {
                    result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be numbers from {least} to {most}, but was '{token}'."));
                }
            }
        });
        return option;
    }

    private static void Require(Option option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token]
            && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most))
        {
            result.AddError($"{option.Name} must be a number from {least} to {most}, but was '{token.Value}'.");
        }
    });
}

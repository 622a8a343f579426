using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Writes a query string: percent-encoded, decimals without exponent or trailing zeros. A null value is left out.</summary>
internal sealed class ParameterWriter
{
    private const string PlainDecimal = "0.############################";

    private readonly StringBuilder _query = new();

    public void Add(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (_query.Length > 0)
        {
            _query.Append('&');
        }

        _query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    public void Add(string name, decimal? value) => Add(name, value?.ToString(PlainDecimal, CultureInfo.InvariantCulture));

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum =>
        Add(name, value is { } known ? new WireValue<TEnum>(known).Text : null);

    public override string ToString() => _query.ToString();
}

using System.Collections.Frozen;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Converts the rejection of an order by the exchange into a sentence of the page.</summary>
internal static class ExchangeRejection
{
    // Codes whose message does not contain the name of the parameter.
    private static readonly FrozenDictionary<int, string> FieldsByCode = new (string Field, int[] Codes)[]
    {
        ("symbol", [-1121]),
        ("positionSide", [-4060, -4061]),
        ("quantity", [-4003, -4004, -4005, -4023, -4137]),
        ("price", [-4001, -4002, -4013, -4014, -4164, -4183, -4184]),
        ("triggerPrice", [-2021, -4006, -4142]),
        ("activatePrice", [-4135]),
        ("callbackRate", [-2007]),
        ("closePosition", [-4130, -4136]),
        ("clientAlgoId", [-4015, -4116]),
    }.SelectMany(static row => row.Codes.Select(code => KeyValuePair.Create(code, row.Field))).ToFrozenDictionary();

    public static PageError Read(SimulatedResponse response)
    {
        using JsonDocument json = JsonDocument.Parse(response.Body);
        int code = json.RootElement.GetProperty("code").GetInt32();
        string message = json.RootElement.GetProperty("msg").GetString()!;
        return new PageError(response.StatusCode, $"The exchange rejects the order with code {code}: {message}", FieldOf(code, message));
    }

    private static string? FieldOf(int code, string message) => FieldsByCode.GetValueOrDefault(code) ?? message.Split('\'').ElementAtOrDefault(1);
}

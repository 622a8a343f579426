using System.Globalization;
using System.Text;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Generates bodies: recorded ones that fit the request or do not, mutated or not, and noise.</summary>
internal static class BodyGenerator
{
    public const long AlgoId = 2146760;
    public const string ClientAlgoId = "6B2I9XVcJpCjqPAJ4YoFX7";

    private const double FittingShare = 0.7;
    private const double IntactShare = 0.3;
    private const double NoiseShare = 0.05;
    private const double EchoShare = 0.01;

    private static readonly string[] States = ["NEW", "TRIGGERING", "TRIGGERED", "FINISHED", "CANCELED", "REJECTED", "EXPIRED", "PENDING", ""];
    private static readonly int[] Codes = [-2011, -2013, -1021, -1022, -1003, -1006, -1007, -1008, -1000, -1001, -1121, -2015, -4116, 200, 0, int.MinValue];
    private static readonly string[] Messages =
        ["Unknown order sent.", "Service Unavailable.", "Unknown error, please check your request or try again later.", "Internal error; unable to process your request. Please try again.", "Way too many requests; IP banned until 1772452810000.", "Way too many requests; IP banned until 253402300799999.", ""];

    private static readonly string[] Others =
        ["", " ", "null", "true", "\"success\"", "200", "[]", "{}", "[null]", "[{}]", "<html><head><title>502 Bad Gateway</title></head></html>", "Service Unavailable.", "Internal error; unable to process your request. Please try again."];

    public static byte[] Generate(Dice dice, HttpMethod method, string operation, string query)
    {
        if (dice.Chance(NoiseShare))
        {
            return Noise(dice);
        }

        if (dice.Chance(EchoShare))
        {
            return Encoding.UTF8.GetBytes($$"""{"code":-1022,"msg":"{{method}} {{operation}}?{{query}}"}""");
        }

        string kind = dice.Chance(FittingShare) ? $"{method} {operation}" : "";
        byte[] body = Encoding.UTF8.GetBytes(Recorded(dice, kind, query));
        for (int mutations = dice.Chance(IntactShare) ? 0 : 1 + dice.Below(3); mutations > 0; mutations--)
        {
            body = BodyMutation.Mutate(dice, body);
        }

        return body;
    }

    private static string Recorded(Dice dice, string kind, string query) => (dice.Chance(0.25) ? "error" : kind) switch
    {
        "DELETE algoOrder" => dice.Chance(0.8) ? Acknowledgement() : Order(dice, query),
        "GET algoOrder" or "POST algoOrder" => Order(dice, query),
        "DELETE algoOpenOrders" => """{"code":200,"msg":"The operation of cancel all open order is done."}""",
        "GET openAlgoOrders" or "GET allAlgoOrders" => $"[{string.Join(',', Enumerable.Range(0, dice.Below(4)).Select(_ => Order(dice, query)))}]",
        "GET time" => $$"""{"serverTime":{{dice.OneOf<long>(1772452800000, 1772452801234, 1499827319559, 1, 253402300799998, 253402300799999, 4102444800000)}}}""",
        "error" => string.Create(CultureInfo.InvariantCulture, $$"""{"code":{{dice.OneOf(Codes)}},"msg":"{{dice.OneOf(Messages)}}"}"""),
        _ => dice.Chance(0.5) ? dice.OneOf(Others) : Recorded(dice, dice.OneOf("DELETE algoOrder", "GET algoOrder", "GET openAlgoOrders", "GET time", "DELETE algoOpenOrders"), query),
    };

    private static string Acknowledgement() => $$"""{"algoId":{{AlgoId}},"clientAlgoId":"{{ClientAlgoId}}","code":"200","msg":"success"}""";

    // A new order has the client id that it was sent with.
    private static string Order(Dice dice, string query)
    {
        string own = query.Split('&').FirstOrDefault(parameter => parameter.StartsWith("clientAlgoId=", StringComparison.Ordinal))?[13..] ?? ClientAlgoId;
        long algoId = dice.Chance(0.9) ? AlgoId : AlgoId + dice.Below(3);
        return $$"""{"algoId":{{algoId}},"clientAlgoId":"{{own}}","algoType":"CONDITIONAL","orderType":"STOP_MARKET","symbol":"BNBUSDT","side":"SELL","positionSide":"BOTH","timeInForce":"GTC","quantity":"0.01","algoStatus":"{{dice.OneOf(States)}}","actualOrderId":"","actualPrice":"0.00000","actualQty":"0.01","triggerPrice":"750.000","price":"750.000","icebergQuantity":null,"workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,"priceProtect":false,"reduceOnly":false,"activatePrice":"","callbackRate":"","createTime":1772452800000,"updateTime":1772452800000,"triggerTime":0,"goodTillDate":0}""";
    }

    private static byte[] Noise(Dice dice) => dice.Below(3) switch
    {
        0 => [.. Enumerable.Range(0, dice.Below(200)).Select(_ => (byte)dice.Below(256))],
        1 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(dice.OneOf("[", "{\"a\":", "[{\"algoId\":"), 50 + dice.Below(100)))),
        _ => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, dice.Below(40)).Select(_ => dice.OneOf(BodyMutation.Tokens)))),
    };
}

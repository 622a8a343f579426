using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Starts, extends and ends the account's user data stream.</summary>
internal static class ListenKeyEndpoint
{
    public static readonly IReadOnlyList<string> ParameterNames = ["listenKey"];

    private static readonly ErrorResponse Unknown = new(
        400, -1125, "This listenKey does not exist.", "The account has no valid listen key, or another one than the given.");

    public static ProcessingResult Start(EndpointCall call) => KeyResult(call.Streams.StartKey(call.Account));

    public static ProcessingResult Extend(EndpointCall call)
    {
        if (ParameterRule.NotEmpty(call.Parameters, ParameterNames) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (call.Streams.ExtendKey(call.Account, call.Parameters["listenKey"]) is not { } extended)
        {
            return ProcessingResult.Rejected(Unknown);
        }

        return KeyResult(extended);
    }

    public static ProcessingResult End(EndpointCall call)
    {
        if (ParameterRule.NotEmpty(call.Parameters, ParameterNames) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (!call.Streams.EndKey(call.Account, call.Parameters["listenKey"]))
        {
            return ProcessingResult.Rejected(Unknown);
        }

        return new ProcessingResult(ResponseJson.Object(static _ => { }));
    }

    private static ProcessingResult KeyResult(string listenKey) => new(ResponseJson.Object(json => json.WriteString("listenKey", listenKey)));
}

using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Gets or sets the position mode of an account. <c>dualSidePosition</c> is true in hedge mode.</summary>
internal static class PositionMode
{
    private const string Name = "dualSidePosition";

    private static readonly ErrorResponse Unchanged = new(400, -4059, "No need to change position side.");

    public static ProcessingResult Get(EndpointCall call) =>
        new(ResponseJson.Object(json => json.WriteBoolean(Name, call.Account.Settings.IsHedgeMode)));

    public static ProcessingResult Set(EndpointCall call)
    {
        AccountSettings settings = call.Account.Settings;
        bool isHedgeMode = call.Parameters.IsTrue(Name);
        ErrorResponse? error = ParameterRule.Boolean(call.Parameters, Name) ?? Unchanged.When(settings.IsHedgeMode == isHedgeMode);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        settings.IsHedgeMode = isHedgeMode;
        return new ProcessingResult(ResponseJson.Success());
    }
}

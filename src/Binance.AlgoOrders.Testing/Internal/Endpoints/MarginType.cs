using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Sets the margin type of a symbol: ISOLATED or CROSSED.</summary>
internal static class MarginType
{
    private const string Name = "marginType";

    private static readonly ErrorResponse Unchanged = new(400, -4046, "No need to change margin type.");

    private static readonly ErrorResponse NotWithMultiAssets = new(400, -4168, "Unable to adjust to isolated-margin mode under the Multi-Assets mode.");

    public static ProcessingResult Set(EndpointCall call)
    {
        if (Check(call) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        call.Account.Settings.SetMarginType(call.Parameters["symbol"]!, call.Parameters[Name]!);
        return new ProcessingResult(ResponseJson.Success());
    }

    private static ErrorResponse? Check(EndpointCall call)
    {
        AccountSettings settings = call.Account.Settings;
        string? marginType = call.Parameters[Name];
        return call.Symbols.Check(call.Parameters)
            ?? call.Parameters.Require(Name)
            ?? ErrorResponse.NotValid(Name).When(marginType is not (AccountSettings.Isolated or AccountSettings.Crossed))
            ?? Unchanged.When(settings.MarginTypeOf(call.Parameters["symbol"]!) == marginType)
            ?? NotWithMultiAssets.When(settings.IsMultiAssetsMode && marginType is AccountSettings.Isolated);
    }
}

using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Gets or sets the asset mode of an account. <c>multiAssetsMargin</c> is true in multi-assets mode.</summary>
internal static class MultiAssetsMode
{
    private const string Name = "multiAssetsMargin";

    private static readonly ErrorResponse Unchanged = new(400, -4171, "Adjusted asset mode is currently set and does not need to be adjusted repeatedly.");

    private static readonly ErrorResponse HasIsolatedSymbols = new(
        400, -4167, "Unable to adjust to Multi-Assets mode with symbols of USDⓈ-M Futures under isolated-margin mode.");

    public static ProcessingResult Get(EndpointCall call) =>
        new(ResponseJson.Object(json => json.WriteBoolean(Name, call.Account.Settings.IsMultiAssetsMode)));

    public static ProcessingResult Set(EndpointCall call)
    {
        AccountSettings settings = call.Account.Settings;
        bool isMultiAssetsMode = call.Parameters.IsTrue(Name);
        ErrorResponse? error = ParameterRule.Boolean(call.Parameters, Name)
            ?? Unchanged.When(settings.IsMultiAssetsMode == isMultiAssetsMode)
            ?? HasIsolatedSymbols.When(isMultiAssetsMode && settings.HasIsolatedSymbols);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        settings.IsMultiAssetsMode = isMultiAssetsMode;
        return new ProcessingResult(ResponseJson.Success());
    }
}

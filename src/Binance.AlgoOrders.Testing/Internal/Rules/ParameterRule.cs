using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Checks of parameters by name. A check returns the error of the first parameter that fails, or null.</summary>
internal static class ParameterRule
{
    /// <summary>Returns the names of the parameters that the endpoint does not know.</summary>
    public static IEnumerable<string> Unknown(RequestParameters parameters, IEnumerable<string> accepted) =>
        parameters.Names.Except(accepted, StringComparer.Ordinal);

    /// <summary>Rejects optional parameters that were sent without a value.</summary>
    public static ErrorResponse? NotEmpty(RequestParameters parameters, IEnumerable<string> names) =>
        FirstError(names, name => parameters[name] is "", ErrorResponse.Empty);

    /// <summary>Rejects optional parameters that were sent and are not a LONG.</summary>
    public static ErrorResponse? Numbers(RequestParameters parameters, IEnumerable<string> names) =>
        FirstError(names, name => parameters.Has(name) && parameters.Number(name) is null, ErrorResponse.NotValid);

    /// <summary>Requires a mandatory parameter that is true or false, in either case.</summary>
    public static ErrorResponse? Boolean(RequestParameters parameters, string name) =>
        parameters.Require(name) ?? ErrorResponse.NotValid(name).When(!bool.TryParse(parameters[name], out _));

    private static ErrorResponse? FirstError(IEnumerable<string> names, Func<string, bool> isWrong, Func<string, ErrorResponse> error) =>
        names.Where(isWrong).Select(error).FirstOrDefault();
}

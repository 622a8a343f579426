using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Checks of parameters by name. Each returns the error of the first parameter that fails, or null.</summary>
internal static class ParameterRule
{
    /// <summary>Rejects parameters that the endpoint does not accept.</summary>
    public static ErrorResponse? Accepted(RequestParameters parameters, IEnumerable<string> accepted)
    {
        string[] unknown = [.. parameters.Names.Except(accepted, StringComparer.Ordinal)];
        if (unknown.Length == 0)
        {
            return null;
        }

        return ErrorResponse.NotAllRead(parameters.Sent - unknown.Length, parameters.Sent, unknown);
    }

    /// <summary>Rejects optional parameters that were sent without a value.</summary>
    public static ErrorResponse? NotEmpty(RequestParameters parameters, IEnumerable<string> names) =>
        FirstError(names, name => parameters[name] is "", ErrorResponse.Empty);

    /// <summary>Rejects optional parameters that were sent and are not a LONG.</summary>
    public static ErrorResponse? Numbers(RequestParameters parameters, IEnumerable<string> names) =>
        FirstError(names, name => parameters.Has(name) && parameters.Number(name) is null, ErrorResponse.NotValid);

    private static ErrorResponse? FirstError(IEnumerable<string> names, Func<string, bool> isWrong, Func<string, ErrorResponse> error) =>
        names.Where(isWrong).Select(error).FirstOrDefault();
}

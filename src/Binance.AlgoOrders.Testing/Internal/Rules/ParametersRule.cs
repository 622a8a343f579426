using Binance.AlgoOrders.Testing.Internal.Endpoints;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Nothing is sent that the endpoint does not know.</summary>
internal static class ParametersRule
{
    private static readonly string[] OfEverySignedRequest = ["timestamp", "recvWindow", "signature"];

    public static Refusal? Check(RequestParameters parameters, IEndpoint endpoint)
    {
        IEnumerable<string> known = endpoint.IsSigned ? endpoint.ParameterNames.Concat(OfEverySignedRequest) : endpoint.ParameterNames;
        string[] unknown = [.. parameters.Names.Except(known, StringComparer.Ordinal)];
        return unknown.Length == 0 ? null : Refusal.NotAllRead(parameters.Sent - unknown.Length, parameters.Sent, unknown);
    }
}

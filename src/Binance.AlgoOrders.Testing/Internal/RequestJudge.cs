using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>Checks a request in the exchange's order of checks and, when nothing is wrong with it, executes it.</summary>
internal sealed class RequestJudge(EndpointTable endpoints, OrderBook book)
{
    public int WeightOf(SimulatedRequest request) => endpoints.Find(request)?.WeightOf(new RequestParameters(request)) ?? 1;

    public Judgement Judge(SimulatedRequest request, DateTimeOffset now)
    {
        if (endpoints.Find(request) is not { } endpoint)
        {
            return Judgement.Of(endpoints.NotServed(request));
        }

        var parameters = new RequestParameters(request);
        SimulatedKey? key = null;
        Refusal? refusal = (endpoint.IsSigned ? Identify(request, out key) : null)
            ?? parameters.Malformed
            ?? (key is null ? null : CheckSigned(parameters, key, now))
            ?? ParametersRule.Check(parameters, endpoint);
        return refusal is null ? endpoint.Execute(new EndpointCall(key?.Account, endpoint.Market, parameters, now)) : Judgement.Of(refusal);
    }

    private static Refusal? CheckSigned(RequestParameters parameters, SimulatedKey key, DateTimeOffset now) =>
        TimingRule.CheckForm(parameters)
        ?? (parameters.Has("signature") ? null : Refusal.MandatoryMissing("signature"))
        ?? SignatureRule.Check(parameters, key)
        ?? TimingRule.CheckTime(parameters, now);

    private Refusal? Identify(SimulatedRequest request, out SimulatedKey? key)
    {
        key = string.IsNullOrEmpty(request.ApiKey) ? null : book.FindKey(request.ApiKey);
        return string.IsNullOrEmpty(request.ApiKey) ? Refusal.InvalidKeyFormat
            : key is null ? Refusal.UnknownKey
            : null;
    }
}

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
        SimulatedAccount? account = null;
        Refusal? refusal = (endpoint.IsSigned ? Identify(request, out account) : null)
            ?? parameters.Malformed
            ?? (account is null ? null : CheckSigned(parameters, account, now))
            ?? ParametersRule.Check(parameters, endpoint);
        return refusal is null ? endpoint.Execute(new EndpointCall(account, endpoint.Market, parameters, now)) : Judgement.Of(refusal);
    }

    private static Refusal? CheckSigned(RequestParameters parameters, SimulatedAccount account, DateTimeOffset now) =>
        TimingRule.CheckForm(parameters)
        ?? (parameters.Has("signature") ? null : Refusal.MandatoryMissing("signature"))
        ?? SignatureRule.Check(parameters, account)
        ?? TimingRule.CheckTime(parameters, now);

    private Refusal? Identify(SimulatedRequest request, out SimulatedAccount? account)
    {
        account = string.IsNullOrEmpty(request.ApiKey) ? null : book.FindAccount(request.ApiKey);
        return string.IsNullOrEmpty(request.ApiKey) ? Refusal.InvalidKeyFormat
            : account is null ? Refusal.UnknownKey
            : null;
    }
}

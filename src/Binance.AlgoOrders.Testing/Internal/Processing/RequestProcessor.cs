using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Processing;

/// <summary>Checks a request in Binance's order of checks and executes it if all of them pass.</summary>
internal sealed class RequestProcessor(ExchangeState state, SimulatedExchangeOptions options)
{
    private readonly SymbolRule _symbols = new(options.Symbols);
    private readonly ContractList _contracts = new(options);
    private readonly bool _rejectsUnknownParameters = options.RejectsUnknownParameters;
    private readonly bool _rejectsEncodedSignatures = options.RejectsEncodedWebSocketSignatures;

    public static int WeightOf(SimulatedRequest request) => EndpointTable.Find(request)?.WeightOf(request) ?? 1;

    public ProcessingResult Process(SimulatedRequest request, Deviation deviation, DateTimeOffset now)
    {
        if (EndpointTable.Find(request) is not { } endpoint)
        {
            return ProcessingResult.Rejected(EndpointTable.NotServed(request));
        }

        var parameters = new RequestParameters(request);
        string[] unknown = [.. ParameterRule.Unknown(parameters, endpoint.AcceptedNames)];
        SimulatedKey? key = FindKey(endpoint, request);
        ErrorResponse? error = CheckKey(endpoint, request, key)
            ?? parameters.Malformed
            ?? CheckSigned(endpoint, request, parameters, key, now)
            ?? CheckUnknown(parameters, unknown);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        var call = new EndpointCall(key?.Account, endpoint.Market, parameters, _symbols, now)
        {
            Deviation = deviation,
            Prices = state.Prices,
            Contracts = _contracts,
            Streams = state.Streams,
            Session = request.Session!,
            Key = key!,
            QueryStatusDelay = state.QueryStatusDelay,
            EmptyCancelAllErrorCode = state.EmptyCancelAllErrorCode,
        };
        return endpoint.Execute(call) with
        {
            IgnoredParameters = unknown,
            HasEncodedSignature = endpoint.IsSigned && SignatureRule.IsOverEncodedText(parameters, key!),
        };
    }

    private static ErrorResponse? CheckKey(Endpoint endpoint, SimulatedRequest request, SimulatedKey? key)
    {
        if (!endpoint.NeedsKey)
        {
            return null;
        }

        return ErrorResponse.InvalidKeyFormat.When(string.IsNullOrEmpty(request.ApiKey)) ?? ErrorResponse.UnknownKey.When(key is null);
    }

    private ErrorResponse? CheckSigned(
        Endpoint endpoint, SimulatedRequest request, RequestParameters parameters, SimulatedKey? key, DateTimeOffset now)
    {
        if (!endpoint.IsSigned || key is null)
        {
            return null;
        }

        return TimingRule.CheckFormat(parameters)
            ?? CheckSignature(request, parameters, key)
            ?? TimingRule.CheckTime(parameters, now);
    }

    private ErrorResponse? CheckSignature(SimulatedRequest request, RequestParameters parameters, SimulatedKey key)
    {
        bool isEncoded = !_rejectsEncodedSignatures && SignatureRule.IsOverEncodedText(parameters, key);
        if (request.IsAuthorizedBySession || isEncoded)
        {
            return null;
        }

        return parameters.Require("signature") ?? SignatureRule.Check(parameters, key);
    }

    private ErrorResponse? CheckUnknown(RequestParameters parameters, string[] unknown)
    {
        if (unknown.Length == 0 || !_rejectsUnknownParameters)
        {
            return null;
        }

        return ErrorResponse.NotAllRead(parameters.Sent - unknown.Length, parameters.Sent, unknown);
    }

    private SimulatedKey? FindKey(Endpoint endpoint, SimulatedRequest request)
    {
        if (!endpoint.NeedsKey || request.ApiKey is null)
        {
            return null;
        }

        return state.FindKey(request.ApiKey);
    }
}

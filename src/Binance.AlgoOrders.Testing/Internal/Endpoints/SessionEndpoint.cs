using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Logs a connection of the WebSocket API on and off. Requests of a connection that is logged on need neither a key nor a signature.</summary>
internal static class SessionEndpoint
{
    public static readonly IReadOnlyList<string> ParameterNames = ["apiKey"];

    private static readonly ErrorResponse NoKeyPair = ErrorResponse.UnknownKey with
    {
        Detail = "session.logon supports key pairs only, but the key signs with a secret.",
    };

    public static ProcessingResult LogOn(EndpointCall call)
    {
        if (call.Key.Verifier is null)
        {
            return ProcessingResult.Rejected(NoKeyPair);
        }

        call.Session.LogOn(call.Key, call.Now);
        return Status(call);
    }

    public static ProcessingResult Status(EndpointCall call) => new(ResponseJson.Object(json =>
    {
        json.WriteString("apiKey", call.Session.Key?.ApiKey);
        WriteTime(json, "authorizedSince", call.Session.AuthorizedSince);
        WriteTime(json, "connectedSince", call.Session.ConnectedSince);
        json.WriteBoolean("returnRateLimits", true);
        json.WriteNumber("serverTime", SimulatedWireNames.Milliseconds(call.Now));
    }));

    public static ProcessingResult LogOut(EndpointCall call)
    {
        call.Session.LogOut();
        return Status(call);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        json.WritePropertyName(name);
        if (time is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(SimulatedWireNames.Milliseconds(time));
        }
    }
}

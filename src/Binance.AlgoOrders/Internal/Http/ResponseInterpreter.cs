using System.Text.Json;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>Stores the meaning of a response in its attempt.</summary>
internal static class ResponseInterpreter
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public static void ApplySuccess(Attempt attempt, ResponseBody body)
    {
        try
        {
            if (body.IsComplete)
            {
                attempt.Response = attempt.Request.Parse(GetJson(body));
            }
        }
        // A reader throws InvalidOperationException if the text is not UTF-8.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            attempt.Failure = Redact(unreadable);
        }

        if (attempt.Response is null)
        {
            attempt.Body = ResponseText.FromBody(body.Bytes);
            Interpret(attempt, copiesSent: 1);
        }
        else
        {
            attempt.Execution = ExecutionStatus.Succeeded;
        }
    }

    public static void ApplyErrorResponse(Attempt attempt, ResponseBody body, int copiesSent)
    {
        if (body.IsComplete)
        {
            attempt.Error = ApiErrorJsonContext.Read(GetJson(body));
        }

        attempt.Body = ResponseText.FromBody(body.Bytes);
        Interpret(attempt, copiesSent);
    }

    /// <summary>Finds the rule of a response or failure. An earlier copy may have been executed, whatever the response to the last one says.</summary>
    public static void Interpret(Attempt attempt, int copiesSent)
    {
        var facts = new ResponseFacts(
            attempt.StatusCode,
            attempt.Error?.Code,
            attempt.Error?.Message ?? attempt.Body,
            attempt.Failure,
            MayHaveArrived: copiesSent > 0,
            attempt.Request.Endpoint.CountsAsOrder);
        attempt.Rule = ResponseRules.Of(facts);
        attempt.Execution = attempt.Rule.Execution;
        if (copiesSent > 1)
        {
            attempt.Execution = ExecutionStatus.Unknown;
        }
    }

    /// <summary>Finds the rule of an attempt that was abandoned. A copy that was signed may be on its way although it was not counted yet.</summary>
    public static void InterpretWithoutResponse(Attempt attempt) => Interpret(attempt, Math.Max(attempt.CopiesSent, Convert.ToInt32(attempt.Timing != default)));

    // A byte order mark in front of JSON is no part of it.
    private static ReadOnlySpan<byte> GetJson(ResponseBody body)
    {
        ReadOnlySpan<byte> json = body.Bytes;
        if (json.StartsWith(ByteOrderMark))
        {
            return json[ByteOrderMark.Length..];
        }

        return json;
    }

    // A JSON exception quotes the property that could not be read, and a response may use any text as a name.
    private static Exception Redact(Exception unreadable) => unreadable switch
    {
        PartialResponseException => unreadable,
        JsonException json => new JsonException(ResponseText.Redact(json.Message), path: null, json.LineNumber, json.BytePositionInLine),
        _ => unreadable,
    };
}

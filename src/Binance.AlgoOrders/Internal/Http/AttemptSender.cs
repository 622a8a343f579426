using System.Runtime.CompilerServices;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>Sends a request once and returns the attempt with its result. Throws only if the caller cancels.</summary>
internal sealed class AttemptSender(
    HttpMessageInvoker http,
    RequestMessageFactory messages,
    RateLimitTracker limits,
    ServerClock clock,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private readonly AttemptResourcePool _resources = new(timeProvider);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(ApiRequest request, CallContext call, TimeSpan timeout)
    {
        CancellationToken callerToken = call.CancellationToken;
        callerToken.ThrowIfCancellationRequested();
        ApiRoute route = messages.GetRoute(request.Endpoint);
        var attempt = new Attempt(request, route, timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        DateTimeOffset now = clock.At(attempt.StartedAt, attempt.StartTimestamp);
        AttemptResources resources = _resources.Rent(timeout);
        CancellationTokenRegistration cancellation = callerToken.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), resources.Timer);
        using SignedRequestMessage message = messages.Create(request, route.Address);
        if (request.Endpoint.ChangesState)
        {
            message.Content = resources.Content;
        }

        bool isComplete = false;
        HttpResponseMessage? response = null;
        try
        {
            // The last moment for this check, because a ban may begin at any time.
            if (limits.GetBlock(request.Endpoint.Cost, now) is { } block)
            {
                isComplete = true;
                return Reject(attempt, call, block);
            }

            limits.Consume(request.Endpoint.Cost, now);
            response = await http.SendAsync(message, resources.Timer.Token).ConfigureAwait(false);
            limits.Update(request.Endpoint, response.Headers, now);
            attempt.StatusCode = response.StatusCode;
            await resources.Body.CopyFromAsync(response.Content, request.Endpoint.MaxResponseBytes, resources.Timer.Token).ConfigureAwait(false);
            isComplete = resources.Body.IsComplete;
            if (response.IsSuccessStatusCode)
            {
                ApplySuccess(attempt, resources.Body);
            }
            else
            {
                ApplyErrorResponse(attempt, response, resources.Body, CountCopies(message, resources));
            }
        }
        catch (Exception failure) when (!callerToken.IsCancellationRequested)
        {
            ApplyFailure(attempt, response, failure, CountCopies(message, resources));
        }
        catch (Exception failure) when (failure is not OperationCanceledException canceled || canceled.CancellationToken != callerToken)
        {
            throw new OperationCanceledException("The call was canceled. The request may have been executed.", ExceptionRedactor.Redact(failure), callerToken);
        }
        finally
        {
            response?.Dispose();
            // The pool owns the content, and disposing the message would dispose it too.
            message.Content = null;
            await cancellation.DisposeAsync().ConfigureAwait(false);
            _resources.Return(resources, isComplete);
        }

        (attempt.Timing, attempt.CredentialsVersion) = (message.LastTiming, message.LastCredentialsVersion);
        Complete(attempt, call);
        telemetry.RecordAttempt(attempt);
        if (attempt.BlockedFor is { } blockedFor)
        {
            logger.RateLimited(attempt.StatusCode, blockedFor);
        }

        return attempt;
    }

    private Attempt Reject(Attempt attempt, CallContext call, RateLimitBlock block)
    {
        (attempt.Rule, attempt.Execution) = (ResponseRules.LimitExceeded, ExecutionStatus.NotExecuted);
        (attempt.StatusCode, attempt.BlockedFor) = (block.StatusCode, block.Remaining);
        Complete(attempt, call);
        return attempt;
    }

    private void Complete(Attempt attempt, CallContext call)
    {
        attempt.Duration = timeProvider.GetElapsedTime(attempt.StartTimestamp);
        call.Record(attempt);
        call.Telemetry?.Record(attempt);
        logger.AttemptEnded(attempt);
    }

    // A user's handler or the framework itself may send a message more than once.
    private static int CountCopies(SignedRequestMessage message, AttemptResources resources) => Math.Max(message.TimesSent, resources.Content.TimesSent);

    private static void ApplySuccess(Attempt attempt, ResponseBody body)
    {
        try
        {
            if (body.IsComplete)
            {
                attempt.Response = attempt.Request.Parse(body.Bytes);
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
            Interpret(attempt, copies: 1);
        }
        else
        {
            attempt.Execution = ExecutionStatus.Succeeded;
        }
    }

    // A JSON exception quotes the property that could not be read, and a response may use any text as a name.
    private static Exception Redact(Exception unreadable) => unreadable switch
    {
        JsonException json => new JsonException(ResponseText.Redact(json.Message), path: null, json.LineNumber, json.BytePositionInLine),
        _ => unreadable,
    };

    private void ApplyErrorResponse(Attempt attempt, HttpResponseMessage response, ResponseBody body, int timesSent)
    {
        if (body.IsComplete)
        {
            attempt.Error = ApiErrorJsonContext.Read(body.Bytes);
        }

        attempt.Body = ResponseText.FromBody(body.Bytes);
        Interpret(attempt, timesSent);
        attempt.BlockedFor = limits.BlockIfExceeded(response, attempt.Error);
    }

    // The status alone may be enough, even if the body never came to its end.
    private void ApplyFailure(Attempt attempt, HttpResponseMessage? response, Exception failure, int timesSent)
    {
        attempt.Failure = ExceptionRedactor.Redact(failure);
        Interpret(attempt, timesSent);
        if (response is { IsSuccessStatusCode: false })
        {
            attempt.BlockedFor = limits.BlockIfExceeded(response, error: null);
        }
    }

    // An earlier copy may have been executed, whatever the response to the last one says.
    private static void Interpret(Attempt attempt, int copies)
    {
        bool mayHaveArrived = copies > 1 || (copies == 1 && !(attempt.Failure is { } failure && ResponseRules.IsConnectFailure(failure)));
        attempt.Rule = ResponseRules.Of(new ResponseFacts(attempt.StatusCode, attempt.Error?.Code, attempt.Error?.Message ?? attempt.Body, attempt.Failure, mayHaveArrived));
        (attempt.Execution, attempt.CopiesSent) = (attempt.Rule.Execution, copies);
        if (copies > 1)
        {
            attempt.Execution = ExecutionStatus.Unknown;
        }
    }
}

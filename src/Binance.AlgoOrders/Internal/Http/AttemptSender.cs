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
        bool isComplete = false;
        HttpResponseMessage? response = null;
        try
        {
            // The signing handler checks for a ban again before each copy, because a user's handler may hold the request.
            if (limits.GetBlock(request.Endpoint.Cost, now) is { } block)
            {
                isComplete = true;
                return Reject(attempt, call, block);
            }

            limits.Consume(request.Endpoint.Cost, now);
            response = await http.SendAsync(message, resources.Timer.Token).ConfigureAwait(false);
            attempt.StatusCode = response.StatusCode;
            limits.Update(request.Endpoint, response.Headers, now);
            await resources.Body.CopyFromAsync(response.Content, request.Endpoint.MaxResponseBytes, resources.Timer.Token).ConfigureAwait(false);
            isComplete = resources.Body.IsComplete;
            if (response.IsSuccessStatusCode)
            {
                ApplySuccess(attempt, resources.Body);
            }
            else
            {
                ApplyErrorResponse(attempt, resources.Body, message.CopiesSent);
            }
        }
        catch (RequestBlockedException blocked) when (message.CopiesSent == 0 && !callerToken.IsCancellationRequested)
        {
            isComplete = true;
            return Reject(attempt, call, blocked.Block);
        }
        catch (Exception failure) when (!callerToken.IsCancellationRequested)
        {
            ApplyFailure(attempt, failure, message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException canceled || canceled.CancellationToken != callerToken)
        {
            throw new OperationCanceledException("The call was canceled. The request may have been executed.", ExceptionRedactor.Redact(failure), callerToken);
        }
        finally
        {
            if (response is not null)
            {
                // The status counts from the moment it is there, even if the body never came to its end or the caller has left.
                attempt.BlockedFor = limits.BlockIfExceeded(response, attempt.Error);
                response.Dispose();
            }

            await cancellation.DisposeAsync().ConfigureAwait(false);
            _resources.Return(resources, isComplete);
        }

        (attempt.Timing, attempt.CredentialsVersion, attempt.CopiesSent) = (message.Timing, message.CredentialsVersion, message.CopiesSent);
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
            Interpret(attempt, copiesSent: 1);
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

    private static void ApplyErrorResponse(Attempt attempt, ResponseBody body, int copiesSent)
    {
        if (body.IsComplete)
        {
            attempt.Error = ApiErrorJsonContext.Read(body.Bytes);
        }

        attempt.Body = ResponseText.FromBody(body.Bytes);
        Interpret(attempt, copiesSent);
    }

    // The status alone may be enough, even if the body never came to its end.
    private void ApplyFailure(Attempt attempt, Exception failure, SignedRequestMessage message)
    {
        attempt.Failure = ExceptionRedactor.Redact(failure);
        Interpret(attempt, message.CopiesSent);
        if (attempt.StatusCode is null)
        {
            ApplyBlock(attempt, failure, message);
        }
    }

    // An earlier copy may have been executed, whatever the response to the last one says.
    private static void Interpret(Attempt attempt, int copiesSent)
    {
        var facts = new ResponseFacts(attempt.StatusCode, attempt.Error?.Code, attempt.Error?.Message ?? attempt.Body, attempt.Failure, MayHaveArrived: copiesSent > 0);
        attempt.Rule = ResponseRules.Of(facts);
        attempt.Execution = copiesSent > 1 ? ExecutionStatus.Unknown : attempt.Rule.Execution;
    }

    // A user's handler got a 418 or 429 for the first copy, or sent the next one during a ban.
    private void ApplyBlock(Attempt attempt, Exception failure, SignedRequestMessage message)
    {
        if (message.UnnamedRateLimit != default)
        {
            limits.BlockForDefaultTime(message.UnnamedRateLimit);
        }

        if (failure is RequestBlockedException || message.UnnamedRateLimit != default)
        {
            RateLimitBlock? block = (failure as RequestBlockedException)?.Block ?? limits.Block;
            (attempt.StatusCode, attempt.BlockedFor) = (block?.StatusCode, block?.Remaining);
        }
    }
}

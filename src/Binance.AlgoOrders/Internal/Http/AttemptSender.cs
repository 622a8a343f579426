using System.Runtime.CompilerServices;
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
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private readonly AttemptResourcePool _resources = new(timeProvider);

    public ValueTask<Attempt> SendAsync(ApiRequest request, CallContext call, TimeSpan timeout)
    {
        if (limits.IsReady)
        {
            return SendOnceAsync(request, call, timeout);
        }

        return SendWhenReadyAsync(request, call, timeout);
    }

    private async ValueTask<Attempt> SendWhenReadyAsync(ApiRequest request, CallContext call, TimeSpan timeout)
    {
        TimeSpan remaining = await limits.WaitUntilReadyAsync(timeout, call.CancellationToken).ConfigureAwait(false);
        return await SendOnceAsync(request, call, remaining).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt> SendOnceAsync(ApiRequest request, CallContext call, TimeSpan timeout)
    {
        CancellationToken callerToken = call.CancellationToken;
        callerToken.ThrowIfCancellationRequested();
        ApiRoute route = messages.GetRoute(request.Endpoint);
        var attempt = new Attempt(request, route, timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        AttemptResources resources = _resources.Rent(timeout);
        CancellationTokenRegistration cancellation = callerToken.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), resources.Timer);
        using SignedRequestMessage message = messages.Create(request, route.Address);
        bool isComplete = false;
        HttpResponseMessage? response = null;
        try
        {
            // The signing handler checks for a ban again before each copy, because a user's handler may hold the request.
            RequestCost cost = call.GetCost(request.Endpoint);
            if (limits.TryConsume(cost, attempt.StartTimestamp) is { } hold)
            {
                isComplete = true;
                return Reject(attempt, call, hold);
            }

            call.RecordConsumed(cost);
            response = await http.SendAsync(message, resources.Timer.Token).ConfigureAwait(false);
            attempt.StatusCode = response.StatusCode;
            limits.Update(request.Endpoint, response.Headers, attempt.StartTimestamp);
            await resources.Body.CopyFromAsync(response.Content, request.Endpoint.MaxResponseBytes, resources.Timer.Token).ConfigureAwait(false);
            isComplete = resources.Body.IsComplete;
            if (response.IsSuccessStatusCode)
            {
                ResponseInterpreter.ApplySuccess(attempt, resources.Body);
            }
            else
            {
                ResponseInterpreter.ApplyErrorResponse(attempt, resources.Body, message.CopiesSent);
            }
        }
        catch (RequestBlockedException blocked) when (message.CopiesSent == 0 && !callerToken.IsCancellationRequested)
        {
            isComplete = true;
            return Reject(attempt, call, new RateLimitHold(blocked.Block));
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
                BlockIfExceeded(attempt, response);
                response.Dispose();
            }

            await cancellation.DisposeAsync().ConfigureAwait(false);
            _resources.Return(resources, isComplete);
        }

        (attempt.Timing, attempt.CredentialsVersion, attempt.CopiesSent) = (message.Timing, message.CredentialsVersion, message.CopiesSent);
        Complete(attempt, call);
        telemetry.RecordAttempt(attempt);
        if (attempt.Hold is { } exceeded)
        {
            logger.RateLimited(exceeded);
        }

        return attempt;
    }

    private void BlockIfExceeded(Attempt attempt, HttpResponseMessage response)
    {
        ResponseRule? rule = attempt.Rule;
        if (rule is null && !response.IsSuccessStatusCode)
        {
            rule = ResponseRules.Of(new ResponseFacts(response.StatusCode, Code: null, Text: null, Failure: null, CountsAsOrder: attempt.Request.Endpoint.CountsAsOrder));
        }

        if (rule?.Scope is { } scope)
        {
            attempt.Hold = limits.BlockAfter(response, attempt.Error, scope);
        }
    }

    private Attempt Reject(Attempt attempt, CallContext call, RateLimitHold hold)
    {
        (attempt.Rule, attempt.Execution) = (ResponseRules.OfHold(hold), ExecutionStatus.NotExecuted);
        (attempt.StatusCode, attempt.Hold) = (hold.StatusCode, hold);
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

    // The status alone may be enough, even if the body never came to its end.
    private void ApplyFailure(Attempt attempt, Exception failure, SignedRequestMessage message)
    {
        attempt.Failure = ExceptionRedactor.Redact(failure);
        ResponseInterpreter.Interpret(attempt, message.CopiesSent);
        if (attempt.StatusCode is null)
        {
            ApplyBlock(attempt, failure, message);
        }
    }

    // A user's handler got a 418 or 429 for the first copy, or sent the next one during a ban.
    private void ApplyBlock(Attempt attempt, Exception failure, SignedRequestMessage message)
    {
        UnreadRateLimit? unread = message.UnreadRateLimit;
        if (unread is not null)
        {
            limits.BlockAfter(unread);
        }

        if (failure is not RequestBlockedException && unread is null)
        {
            return;
        }

        if (((failure as RequestBlockedException)?.Block ?? limits.GetBlock(message.Request.Endpoint.Cost)) is { } block)
        {
            (attempt.StatusCode, attempt.Hold) = (block.StatusCode, new RateLimitHold(block));
        }
    }
}

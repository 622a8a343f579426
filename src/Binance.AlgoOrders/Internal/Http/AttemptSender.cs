using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>Sends single attempts.</summary>
internal sealed class AttemptSender(
    HttpMessageInvoker http,
    RequestMessageFactory messages,
    RateLimitTracker limits,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private readonly AttemptResourcePool _resources = new(timeProvider);

    /// <summary>Gets the estimate of the round trip to any endpoint.</summary>
    public RoundTripTime RoundTrip { get; } = new();

    /// <summary>Waits for a limited time until the request budget is ready.</summary>
    public Task WaitUntilReadyAsync(TimeSpan timeout, CallContext call) => limits.IsReady switch
    {
        true => Task.CompletedTask,
        _ => call.WaitForAsync(limits.WaitUntilReadyAsync(timeout, call.CancellationToken)),
    };

    /// <summary>Creates an attempt, without sending anything.</summary>
    public Attempt Create(ApiRequest request, ConnectionKind connection, bool isHedge) =>
        new(request, messages.GetRoute(request.Endpoint), timeProvider.GetUtcNow(), timeProvider.GetTimestamp(), connection) { IsHedge = isHedge };

    public SignedRequestMessage CreateMessage(Attempt attempt) => messages.Create(attempt);

    /// <summary>Counts an attempt. If a limit, a ban or the budget holds it back, stores that as its result.</summary>
    /// <returns>True if the attempt may be sent.</returns>
    public bool TryConsume(Attempt attempt, RequestCost cost)
    {
        // The signing handler checks for a ban again before each copy, because a user's handler may hold the request.
        if (limits.TryConsume(cost, attempt.StartTimestamp) is not { } hold)
        {
            return true;
        }

        Reject(attempt, hold);
        return false;
    }

    /// <summary>Sends an attempt, waits for its response and stores the result. Throws only if the caller cancels.</summary>
    /// <param name="attempt">The attempt, which was counted.</param>
    /// <param name="message">The message of the attempt. It is disposed.</param>
    /// <param name="limit">The time limit.</param>
    /// <param name="call">The call that the attempt belongs to.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendAsync(Attempt attempt, SignedRequestMessage message, AttemptLimit limit, CallContext call)
    {
        CancellationToken callerToken = call.CancellationToken;
        AttemptResources resources = _resources.Rent(TimeMath.Max(limit.Timeout - timeProvider.GetElapsedTime(limit.StartTimestamp), TimeSpan.Zero).RoundedUp());

        // The process may have been suspended before the timer was set.
        if (call.IsOver)
        {
            resources.Cancel();
        }

        CancellationTokenRegistration cancellation = callerToken.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), resources.Timer);
        bool isComplete = false;
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(message, resources.Timer.Token).ConfigureAwait(false);
            attempt.StatusCode = response.StatusCode;
            limits.Update(attempt.Request.Endpoint, response.Headers, attempt.StartTimestamp);
            await resources.Body.CopyFromAsync(response.Content, attempt.Request.Endpoint.MaxResponseBytes, resources.Timer.Token).ConfigureAwait(false);
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
            Reject(attempt, new RateLimitHold(blocked.Block));
            return;
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
            message.Dispose();
        }

        (attempt.Timing, attempt.CredentialsVersion, attempt.CopiesSent) = (message.Timing, message.CredentialsVersion, message.CopiesSent);
        Complete(attempt);
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

    private void Reject(Attempt attempt, RateLimitHold hold)
    {
        (attempt.Rule, attempt.Execution) = (ResponseRules.OfHold(hold), ExecutionStatus.NotExecuted);
        (attempt.StatusCode, attempt.Hold) = (hold.StatusCode, hold);
        End(attempt);
    }

    private void End(Attempt attempt)
    {
        attempt.Duration = timeProvider.GetElapsedTime(attempt.StartTimestamp);
        logger.AttemptEnded(attempt);
    }

    private void Complete(Attempt attempt)
    {
        End(attempt);
        if (attempt is { StatusCode: not null, Failure: null })
        {
            attempt.Route.RoundTrip.Add(attempt.Duration);
            RoundTrip.Add(attempt.Duration);
        }

        telemetry.RecordAttempt(attempt);
        if (attempt.Hold is { } exceeded)
        {
            logger.RateLimited(exceeded);
        }
    }

    // The status alone may be enough, even if the body never came to its end.
    private void ApplyFailure(Attempt attempt, Exception failure, SignedRequestMessage message)
    {
        message.Abandon();
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

/// <summary>Limits the time of the attempts of one request.</summary>
/// <param name="StartTimestamp">The monotonic timestamp at which the first one began.</param>
/// <param name="Timeout">The time limit, from that moment.</param>
internal readonly record struct AttemptLimit(long StartTimestamp, TimeSpan Timeout);

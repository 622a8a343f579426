using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Makes one attempt and says what came of it. Throws for the caller's cancellation only.</summary>
internal sealed class AttemptSender(
    HttpMessageInvoker http,
    ApiMessages messages,
    TimeSpan defaultRecvWindow,
    RequestLimits limits,
    IRequestBudget budget,
    ServerClock clock,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private readonly AttemptToolbox _toolbox = new(timeProvider);

    public ValueTask<Attempt> SendAsync(ApiRequest request, ApiCall call, TimeSpan timeout)
    {
        call.CallersToken.ThrowIfCancellationRequested();
        ApiRoute route = messages.RouteOf(request.Operation);
        var attempt = new Attempt(request, route.Text, timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        DateTimeOffset now = clock.At(attempt.StartedAt, attempt.StartTimestamp);
        if ((budget.Ban ?? HeldBack(request.Operation.Cost, now)) is not { } ban)
        {
            return SendAsync(attempt, route.Address, call, timeout, now);
        }

        (attempt.Verdict, attempt.StatusCode, attempt.Blocked) = (AttemptVerdict.NotExecuted, ban.StatusCode, ban.Left);
        End(attempt, call);
        return ValueTask.FromResult(attempt);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt> SendAsync(Attempt attempt, Uri address, ApiCall call, TimeSpan timeout, DateTimeOffset now)
    {
        ApiRequest request = attempt.Request;
        CancellationToken callersToken = call.CallersToken;
        AttemptTools tools = _toolbox.Rent(timeout);
        CancellationTokenRegistration callersLeave = callersToken.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), tools.Timer);
        using SignableMessage message = messages.Create(request, address, request.RecvWindow ?? defaultRecvWindow);
        message.Content = request.Operation.ChangesSomething ? tools.Content : null;
        bool isRegularEnd = false;
        budget.Spend(request.Operation.Cost, now);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(message, tools.Timer.Token).ConfigureAwait(false);
            limits.Note(request.Operation, response.Headers, now);
            attempt.StatusCode = response.StatusCode;
            await tools.Body.CopyFromAsync(response.Content, request.Operation.MaxAnswerBytes, tools.Timer.Token).ConfigureAwait(false);
            isRegularEnd = tools.Body.IsComplete;
            if (response.IsSuccessStatusCode)
            {
                JudgeSuccess(attempt, tools.Body);
            }
            else
            {
                JudgeRefusal(attempt, response, tools.Body, SendsOf(message, tools));
            }
        }
        catch (Exception failure) when (!callersToken.IsCancellationRequested)
        {
            JudgeFailure(attempt, response, failure, SendsOf(message, tools));
        }
        catch (Exception failure) when (failure is not OperationCanceledException canceled || canceled.CancellationToken != callersToken)
        {
            throw new OperationCanceledException("The call was canceled; whether its request was executed is unknown.", QuotingFailure.WithoutSecrets(failure), callersToken);
        }
        finally
        {
            response?.Dispose();
            // The content is the toolbox's; disposing the message would dispose it too.
            message.Content = null;
            await callersLeave.DisposeAsync().ConfigureAwait(false);
            _toolbox.Return(tools, isRegularEnd);
        }

        (attempt.Timing, attempt.CredentialsInquiry) = (message.LastTiming, message.LastInquiry);
        End(attempt, call);
        telemetry.AttemptEnded(attempt);
        if (attempt.Blocked is { } blocked)
        {
            logger.Silenced(attempt.StatusCode, blocked);
        }

        return attempt;
    }

    // Never a cancel: one that is sent too much costs less than one that came too late.
    private RequestBan? HeldBack(RequestCost cost, DateTimeOffset now) =>
        cost.Priority != RequestPriority.Cancel && budget.TimeUntilMaySend(cost, now) is var wait && wait > TimeSpan.Zero
            ? new RequestBan(HttpStatusCode.TooManyRequests, wait)
            : null;

    private void End(Attempt attempt, ApiCall call)
    {
        attempt.Duration = timeProvider.GetElapsedTime(attempt.StartTimestamp);
        call.Record(attempt);
        call.Observation?.Note(attempt);
        logger.AttemptEnded(attempt);
    }

    // By handlers of the user's, or by the framework itself.
    private static int SendsOf(SignableMessage message, AttemptTools tools) => Math.Max(message.Sends, tools.Content.Copies);

    private static void JudgeSuccess(Attempt attempt, ResponseBody body)
    {
        try
        {
            attempt.Answer = body.IsComplete ? attempt.Request.ReadAnswer(body.Bytes) : null;
        }
        // The latter is what a reader throws at text that is not UTF-8.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            attempt.Failure = Clean(unreadable);
        }

        if (attempt.Answer is not null)
        {
            attempt.Verdict = AttemptVerdict.Answered;
        }
        else
        {
            attempt.Body = ResponseText.FromBody(body.Bytes);
        }
    }

    // The reader of JSON names the property that it could not read, and an answer may have any text for a name.
    private static Exception Clean(Exception unreadable) => unreadable is JsonException { Message: var message } json
        ? new JsonException(ResponseText.Clean(message), path: null, json.LineNumber, json.BytePositionInLine)
        : unreadable;

    private void JudgeRefusal(Attempt attempt, HttpResponseMessage response, ResponseBody body, int sends)
    {
        attempt.Error = body.IsComplete ? ApiErrorJsonContext.Read(body.Bytes) : null;
        attempt.Body = ResponseText.FromBody(body.Bytes);
        attempt.Verdict = AttemptClassifier.OfRefusal(response.StatusCode, attempt.Error, attempt.Body, sends);
        attempt.Blocked = limits.BlockIfBroken(response, attempt.Error);
    }

    // The status alone may tell enough, even where the body never came to its end.
    private void JudgeFailure(Attempt attempt, HttpResponseMessage? response, Exception failure, int sends)
    {
        attempt.Failure = QuotingFailure.WithoutSecrets(failure);
        if (response is null)
        {
            attempt.Verdict = AttemptClassifier.OfFailure(failure, sends);
        }
        else if (!response.IsSuccessStatusCode)
        {
            attempt.Verdict = AttemptClassifier.OfRefusal(response.StatusCode, error: null, body: null, sends);
            attempt.Blocked = limits.BlockIfBroken(response, error: null);
        }
    }
}

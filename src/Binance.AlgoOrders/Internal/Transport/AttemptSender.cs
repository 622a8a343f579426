using System.Text.Json;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Makes one attempt and says what came of it. Throws for the caller's cancellation only.</summary>
internal sealed class AttemptSender(
    HttpClient http, string pathPrefix, TimeSpan defaultRecvWindow, RequestLimits limits, WeightBudget budget, TimeProvider timeProvider, ILogger logger)
{
    public async Task<Attempt<TAnswer>> SendAsync<TAnswer>(ApiRequest<TAnswer> request, ApiCall call, TimeSpan timeout)
        where TAnswer : class
    {
        call.CallersToken.ThrowIfCancellationRequested();
        DateTimeOffset startedAt = timeProvider.GetUtcNow();
        long start = timeProvider.GetTimestamp();
        SignableRequest signable = new(request.Parameters, request.RecvWindow ?? defaultRecvWindow);

        Attempt<TAnswer> attempt;
        if (limits.Current is { } block)
        {
            attempt = new Attempt<TAnswer>(AttemptVerdict.NotExecuted) { StatusCode = block.StatusCode, Blocked = limits.TimeLeft(block) };
        }
        else
        {
            long minute = budget.Spend(request.Weight);
            attempt = await SendNowAsync(request, signable, timeout, call.CallersToken).ConfigureAwait(false);
            budget.Correct(minute, attempt.UsedWeight ?? 0);
        }

        attempt = attempt with
        {
            Operation = $"{request.Method} /{pathPrefix}{request.Path}",
            ChangesSomething = request.ChangesSomething,
            StartedAt = startedAt,
            StartTimestamp = start,
            Duration = timeProvider.GetElapsedTime(start),
            IsRepeatable = request.IsRepeatable,
            Timing = signable.LastTiming,
        };
        call.Record(attempt);
        logger.AttemptEnded(attempt);
        return attempt;
    }

    private async Task<Attempt<TAnswer>> SendNowAsync<TAnswer>(
        ApiRequest<TAnswer> request, SignableRequest signable, TimeSpan timeout, CancellationToken callersToken)
        where TAnswer : class
    {
        using var timer = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, callersToken);
        using HttpRequestMessage message = NewMessage(request.Method, pathPrefix + request.Path, signable);
        HttpResponseMessage? response = null;
        Attempt<TAnswer> attempt;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            using ResponseBody body = await ResponseBody.ReadAsync(response.Content, request.MaxAnswerBytes, either.Token).ConfigureAwait(false);
            attempt = response.IsSuccessStatusCode ? JudgeSuccess(request.Read, response, body) : JudgeRefusal<TAnswer>(response, body, signable.Sends);
        }
        catch (Exception failure) when (!callersToken.IsCancellationRequested)
        {
            attempt = JudgeFailure<TAnswer>(response, failure, signable.Sends);
        }
        catch (Exception failure) when (failure is not OperationCanceledException canceled || canceled.CancellationToken != callersToken)
        {
            throw new OperationCanceledException("The call was canceled; whether its request was executed is unknown.", failure, callersToken);
        }
        finally
        {
            response?.Dispose();
        }

        return attempt with { UsedWeight = response is null ? null : LimitReport.UsedWeightOf(response.Headers) };
    }

    // Without content, SocketsHttpHandler sends a request once more by itself when the server closes the connection before it answers.
    // The first copy may have been executed; with an empty content the loss surfaces here, as an attempt in doubt.
    private static HttpRequestMessage NewMessage(HttpMethod method, string path, SignableRequest signable)
    {
        var message = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = method == HttpMethod.Get ? null : new ByteArrayContent([]),
        };
        signable.AttachTo(message);
        return message;
    }

    private Attempt<TAnswer> JudgeSuccess<TAnswer>(AnswerReader<TAnswer> read, HttpResponseMessage response, in ResponseBody body)
        where TAnswer : class
    {
        limits.Observe(response, error: null);
        Exception? failure = null;
        try
        {
            if (body.IsComplete && read(body.Bytes) is { } answer)
            {
                return new Attempt<TAnswer>(AttemptVerdict.Answered) { StatusCode = response.StatusCode, Answer = answer };
            }
        }
        catch (JsonException unreadable)
        {
            failure = unreadable;
        }

        return new Attempt<TAnswer>(AttemptVerdict.InDoubt) { StatusCode = response.StatusCode, Body = ResponseText.FromBody(body.Bytes), Failure = failure };
    }

    private Attempt<TAnswer> JudgeRefusal<TAnswer>(HttpResponseMessage response, in ResponseBody body, int sends)
        where TAnswer : class
    {
        ApiError? error = ApiErrorJsonContext.Read(body.Bytes);
        string? text = ResponseText.FromBody(body.Bytes);
        return new Attempt<TAnswer>(AttemptClassifier.OfRefusal(response.StatusCode, error, text, sends))
        {
            StatusCode = response.StatusCode,
            Error = error,
            Body = text,
            Blocked = limits.Observe(response, error),
        };
    }

    // The status alone may tell enough, even where the body never came to its end.
    private Attempt<TAnswer> JudgeFailure<TAnswer>(HttpResponseMessage? response, Exception failure, int sends)
        where TAnswer : class => response switch
        {
            null => new Attempt<TAnswer>(AttemptClassifier.OfFailure(failure, sends)) { Failure = failure },
            { IsSuccessStatusCode: true } => new Attempt<TAnswer>(AttemptVerdict.InDoubt) { StatusCode = response.StatusCode, Failure = failure },
            _ => new Attempt<TAnswer>(AttemptClassifier.OfRefusal(response.StatusCode, error: null, body: null, sends))
            {
                StatusCode = response.StatusCode,
                Blocked = limits.Observe(response, error: null),
                Failure = failure,
            },
        };
}

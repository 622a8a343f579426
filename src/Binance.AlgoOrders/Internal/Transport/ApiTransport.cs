using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Sends one signed request and says what came of it. Throws for the caller's cancellation only.</summary>
internal sealed class ApiTransport(HttpClient http, ApiTransportDefaults defaults, TimeProvider timeProvider, ILogger logger)
{
    private const int MaxAnswerBytes = 1 << 20;

    public async Task<Attempt<TAnswer>> SendAsync<TAnswer>(ApiRequest<TAnswer> request, CancellationToken cancellationToken)
        where TAnswer : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan timeout = TimeSpan.FromTicks(Math.Min((request.Timeout ?? defaults.Timeout).Ticks, defaults.AttemptTimeout.Ticks));
        using var timer = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);

        var signable = new SignableRequest(request.Parameters, request.RecvWindow ?? defaults.RecvWindow);
        Attempt<TAnswer> attempt = await SendOnceAsync(request, signable, either.Token, cancellationToken).ConfigureAwait(false);
        logger.AttemptEnded(request.Method, request.Path, attempt.Verdict, attempt.StatusCode, attempt.Error?.Code, attempt.Failure);
        return attempt;
    }

    private async Task<Attempt<TAnswer>> SendOnceAsync<TAnswer>(
        ApiRequest<TAnswer> request, SignableRequest signable, CancellationToken attemptToken, CancellationToken callersToken)
        where TAnswer : class
    {
        using HttpRequestMessage message = NewMessage(request.Method, request.Path, signable);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, attemptToken).ConfigureAwait(false);
            using ResponseBody body = await ResponseBody.ReadAsync(response.Content, MaxAnswerBytes, attemptToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? JudgeSuccess(request.Read, response.StatusCode, body)
                : JudgeRefusal<TAnswer>(response, body, signable.Sends);
        }
        catch (Exception failure) when (!callersToken.IsCancellationRequested)
        {
            return JudgeFailure<TAnswer>(response, failure, signable.Sends);
        }
        catch (Exception failure) when (failure is not OperationCanceledException canceled || canceled.CancellationToken != callersToken)
        {
            throw new OperationCanceledException("The call was canceled; whether its request was executed is unknown.", failure, callersToken);
        }
        finally
        {
            response?.Dispose();
        }
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

    private static Attempt<TAnswer> JudgeSuccess<TAnswer>(AnswerReader<TAnswer> read, HttpStatusCode statusCode, in ResponseBody body)
        where TAnswer : class
    {
        Exception? failure = null;
        try
        {
            if (body.IsComplete && read(body.Bytes) is { } answer)
            {
                return new Attempt<TAnswer>(AttemptVerdict.Answered) { StatusCode = statusCode, Answer = answer };
            }
        }
        catch (JsonException unreadable)
        {
            failure = unreadable;
        }

        return new Attempt<TAnswer>(AttemptVerdict.InDoubt) { StatusCode = statusCode, Body = ResponseText.FromBody(body.Bytes), Failure = failure };
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
            RetryAfter = RetryAfter(response.Headers),
        };
    }

    // The status alone may tell enough, even where the body never came to its end.
    private Attempt<TAnswer> JudgeFailure<TAnswer>(HttpResponseMessage? response, Exception failure, int sends)
        where TAnswer : class =>
        response switch
        {
            null => new Attempt<TAnswer>(AttemptClassifier.OfFailure(failure, sends)) { Failure = failure },
            { IsSuccessStatusCode: true } => new Attempt<TAnswer>(AttemptVerdict.InDoubt) { StatusCode = response.StatusCode, Failure = failure },
            _ => new Attempt<TAnswer>(AttemptClassifier.OfRefusal(response.StatusCode, error: null, body: null, sends))
            {
                StatusCode = response.StatusCode,
                RetryAfter = RetryAfter(response.Headers),
                Failure = failure,
            },
        };

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        TimeSpan? wait = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date - timeProvider.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

using System.Net;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Contains handlers that a user may add to the client's HttpClient.</summary>
internal static class UsersHandlers
{
    /// <summary>Puts handlers around a sender, the last one innermost, as a user does who builds a primary handler.</summary>
    public static HttpMessageHandler Around(HttpMessageHandler sender, params DelegatingHandler[] handlers)
    {
        HttpMessageHandler chain = sender;
        foreach (DelegatingHandler handler in Enumerable.Reverse(handlers))
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return chain;
    }

    public sealed class Retrying(int maxSends, Action beforeRetry) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int send = 1; ; send++)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode != HttpStatusCode.BadGateway || send == maxSends)
                {
                    return response;
                }

                beforeRetry();
            }
        }
    }

    /// <summary>Sends a message again after any error response and any exception.</summary>
    public sealed class RetryingAlways(int maxSends) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int send = 1; send < maxSends; send++)
            {
                try
                {
                    HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (HttpRequestException)
                {
                    // The message is sent again.
                }
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Changes a message before it is sent.</summary>
    public sealed class Changing(Func<HttpRequestMessage, Task> changeAsync) : DelegatingHandler
    {
        public Changing(Action<HttpRequestMessage> change)
            : this(request =>
            {
                change(request);
                return Task.CompletedTask;
            })
        {
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await changeAsync(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    public sealed class Observing : DelegatingHandler
    {
        public List<string> Messages { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Messages.Add(Print(request));
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Messages.Add(Print(request));
            }
        }

        private static string Print(HttpRequestMessage request) =>
            $"{request} {request.RequestUri!.OriginalString} {string.Join(' ', request.Options.Select(option => $"{option.Key}={option.Value}"))}";
    }

    public sealed class Redirecting(Func<Uri, Uri> rewrite) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = rewrite(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }

    public sealed class Adding(string name, string value) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(name, value);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Net;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Contains handlers that a user may add to the client's HttpClient.</summary>
internal static class UsersHandlers
{
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

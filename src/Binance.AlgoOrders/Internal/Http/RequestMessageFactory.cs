using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Creates the messages of one client with the address, version and default headers of its configured <see cref="HttpClient"/>. The
/// <see cref="HttpClient"/> itself sends nothing, because it would start a timer and buffer the response once more.
/// </summary>
internal sealed class RequestMessageFactory(HttpClient configured, string pathPrefix, TimeSpan defaultRecvWindow)
{
    private readonly Uri _baseAddress = configured.BaseAddress ?? throw new InvalidOperationException("The HttpClient of an AlgoOrderClient must have a BaseAddress, but had none.");
    private readonly Version _version = configured.DefaultRequestVersion;
    private readonly HttpVersionPolicy _versionPolicy = configured.DefaultVersionPolicy;
    private readonly HttpRequestHeaders? _headers = configured.DefaultRequestHeaders.Any() ? configured.DefaultRequestHeaders : null;
    private readonly ConcurrentDictionary<ApiEndpoint, ApiRoute> _routes = new(ReferenceEqualityComparer.Instance);

    public ApiRoute GetRoute(ApiEndpoint endpoint)
    {
        if (_routes.TryGetValue(endpoint, out ApiRoute? route))
        {
            return route;
        }

        var address = new Uri(_baseAddress, pathPrefix + endpoint.Path);
        return _routes.GetOrAdd(endpoint, new ApiRoute(address, $"{endpoint.Method} /{pathPrefix}{endpoint.Path}"));
    }

    public SignedRequestMessage Create(Attempt attempt)
    {
        ApiRequest request = attempt.Request;
        var message = new SignedRequestMessage(request, attempt.Address, request.RecvWindow ?? defaultRecvWindow, attempt.Connection)
        {
            Version = _version,
            VersionPolicy = _versionPolicy,
        };

        // Over HTTP/2, all requests of a pool share one connection. A user may demand it nevertheless.
        if (attempt.Connection != ConnectionKind.Pooled && _versionPolicy != HttpVersionPolicy.RequestVersionExact)
        {
            (message.Version, message.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        }

        if (_headers is not null)
        {
            AddHeaders(message, _headers.NonValidated);
        }

        return message;
    }

    private static void AddHeaders(SignedRequestMessage message, HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// Makes the messages of one client, in the way that its <see cref="HttpClient"/> is configured: address, version and default headers are
/// taken from it. It sends nothing itself: time and buffers are ours, and what it would spend on them is saved.
/// </summary>
internal sealed class ApiMessages(HttpClient configured, string pathPrefix)
{
    private readonly Uri _baseAddress = configured.BaseAddress ?? throw new InvalidOperationException("The HttpClient of an AlgoOrderClient has a BaseAddress.");
    private readonly Version _version = configured.DefaultRequestVersion;
    private readonly HttpVersionPolicy _versionPolicy = configured.DefaultVersionPolicy;
    private readonly HttpRequestHeaders? _headers = configured.DefaultRequestHeaders.Any() ? configured.DefaultRequestHeaders : null;
    private readonly ConcurrentDictionary<ApiOperation, ApiRoute> _routes = new(ReferenceEqualityComparer.Instance);

    public ApiRoute RouteOf(ApiOperation operation) => _routes.TryGetValue(operation, out ApiRoute? route)
        ? route
        : _routes.GetOrAdd(operation, new ApiRoute(new Uri(_baseAddress, pathPrefix + operation.Path), $"{operation.Method} /{pathPrefix}{operation.Path}"));

    public SignableMessage Create(ApiRequest request, Uri address, TimeSpan recvWindow)
    {
        var message = new SignableMessage(request.Operation.Method, address, request.Operation.IsSigned ? request : null, recvWindow)
        {
            Version = _version,
            VersionPolicy = _versionPolicy,
        };
        if (_headers is not null)
        {
            AddHeaders(message, _headers.NonValidated);
        }

        return message;
    }

    private static void AddHeaders(SignableMessage message, HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }
    }
}

using System.Text;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>A request whose parameters are a query string.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="parameters">The percent-encoded parameters. May be empty.</param>
/// <param name="recvWindow">The time after its timestamp in which Binance may execute the request, or null for the client's default.</param>
internal abstract class QueryStringRequest<TResponse>(ApiEndpoint endpoint, string parameters = "", TimeSpan? recvWindow = null)
    : ApiRequest<TResponse>(endpoint, recvWindow)
    where TResponse : class
{
    public override int MaxLength => parameters.Length;

    public override int Write(Span<byte> destination)
    {
        if (!Ascii.IsValid(parameters))
        {
            throw new InvalidOperationException("The parameters must be percent-encoded ASCII, but were not.");
        }

        return Encoding.ASCII.GetBytes(parameters, destination);
    }
}

using System.Text;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>A request whose parameters are a query string.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="parameters">The percent-encoded parameters. May be empty.</param>
internal abstract class QueryStringRequest<TResponse>(ApiEndpoint endpoint, string parameters = "") : ApiRequest<TResponse>(endpoint)
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

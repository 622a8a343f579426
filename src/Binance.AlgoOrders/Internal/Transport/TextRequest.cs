using System.Text;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>A request whose parameters are a text.</summary>
/// <param name="operation">What kind of request it is.</param>
/// <param name="parameters">The percent-encoded parameters; may be empty.</param>
internal abstract class TextRequest<TAnswer>(ApiOperation operation, string parameters = "") : ApiRequest<TAnswer>(operation)
    where TAnswer : class
{
    public override int MaxLength => parameters.Length;

    public override int Write(Span<byte> destination) => Ascii.IsValid(parameters)
        ? Encoding.ASCII.GetBytes(parameters, destination)
        : throw new InvalidOperationException("The parameters are not percent-encoded ASCII.");
}

using System.Text.Json;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Thrown if a part of a response could not be read. The response is no proof that anything is absent.</summary>
/// <param name="message">The cause, without any text of the response.</param>
/// <param name="readable">The part that could be read.</param>
internal sealed class PartialResponseException(string message, object readable) : JsonException(message)
{
    /// <summary>Gets the part that could be read.</summary>
    public object Readable => readable;
}

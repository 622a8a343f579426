namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Reads the body of a 2xx answer. Null, or a <see cref="System.Text.Json.JsonException"/>: it is not the answer that was asked for.</summary>
internal delegate TAnswer? AnswerReader<out TAnswer>(ReadOnlySpan<byte> body)
    where TAnswer : class;

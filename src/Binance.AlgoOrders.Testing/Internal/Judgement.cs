using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The exchange's verdict: the JSON of the answer, or a refusal; and the order that it is about.</summary>
internal sealed record Judgement(ReadOnlyMemory<byte> Json, Refusal? Refusal = null, SimulatedOrder? Order = null)
{
    public int StatusCode => Refusal?.StatusCode ?? 200;

    /// <summary>Besides those of every answer.</summary>
    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    public static Judgement Of(Refusal refusal, SimulatedOrder? order = null) => new(AnswerJson.Message(refusal.ErrorCode, refusal.Message), refusal, order);
}

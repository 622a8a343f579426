namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>Every request in the order of arrival; guarded by the order book's lock.</summary>
internal sealed class RequestJournal
{
    private readonly List<SimulatedExchangeRecord> _records = [];

    public IReadOnlyList<SimulatedExchangeRecord> Copy() => [.. _records];

    /// <summary>The place of the new record.</summary>
    public int Add(SimulatedExchangeRecord record)
    {
        _records.Add(record);
        return _records.Count - 1;
    }

    public void Note(int place, Judgement judgement, DateTimeOffset at) => _records[place] = _records[place] with
    {
        JudgedAt = at,
        StatusCode = judgement.StatusCode,
        ErrorCode = judgement.Refusal?.ErrorCode,
        Reason = judgement.Refusal?.Why ?? judgement.Refusal?.Message,
        SignedText = judgement.Refusal?.SignedText,
        Order = judgement.Order,
    };
}

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The positions of one account in one market. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class PositionBook
{
    private readonly SortedDictionary<(string Symbol, string Side), SimulatedPosition> _positions = [];

    /// <summary>Gets the positions of all contracts that the account has traded, also if they are closed.</summary>
    public IReadOnlyCollection<SimulatedPosition> All => _positions.Values;

    public SimulatedPosition Of(string symbol, string side) => _positions.GetValueOrDefault((symbol, side)) ?? new SimulatedPosition(symbol, side);

    public void Set(SimulatedPosition position) => _positions[(position.Symbol, position.PositionSide)] = position;
}

namespace Binance.AlgoOrders.Testing;

// The lags of the views.
public sealed partial class SimulatedExchange
{
    /// <summary>
    /// Gets or sets the time for which queries and cancels do not find an order after its placement, as with a replica that lags behind. Applies to
    /// orders placed from now on. Default: zero.
    /// </summary>
    public TimeSpan PlacementVisibilityDelay
    {
        get => _state.Read(() => _state.PlacementVisibilityDelay);
        set => _state.Read(() => _state.PlacementVisibilityDelay = value);
    }

    /// <summary>
    /// Gets or sets the delays of single views, where they differ from <see cref="PlacementVisibilityDelay"/>. Applies to orders placed from now on.
    /// Default: none differs.
    /// </summary>
    public SimulatedViewDelays PlacementViewDelays
    {
        get => _state.Read(() => _state.PlacementViewDelays);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _state.Read(() => _state.PlacementViewDelays = value);
        }
    }

    /// <summary>
    /// Gets or sets the time for which queries and the history show the former status of an order after a change. Cancels and the list of open orders
    /// do not lag. Default: zero.
    /// </summary>
    public TimeSpan QueryStatusDelay
    {
        get => _state.Read(() => _state.QueryStatusDelay);
        set => _state.Read(() => _state.QueryStatusDelay = value);
    }
}

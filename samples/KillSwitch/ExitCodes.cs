namespace Binance.AlgoOrders.Samples;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    /// <summary>Every order is canceled or has ended.</summary>
    public const int AllClear = 0;

    /// <summary>An order may still be live, or could not be looked up. It counts more than <see cref="Triggered"/>.</summary>
    public const int NotClear = 1;

    /// <summary>An argument or an option is missing or invalid.</summary>
    public const int BadInput = 2;

    /// <summary>No order is left, but one has triggered, and its child order may be live.</summary>
    public const int Triggered = 3;

    /// <summary>The switch was not armed, so it canceled nothing.</summary>
    public const int NotArmed = 4;
}

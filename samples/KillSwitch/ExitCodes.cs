namespace Binance.AlgoOrders.Samples;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    public const int AllClear = 0;
    public const int NotClear = 1;
    public const int BadInput = 2;
}

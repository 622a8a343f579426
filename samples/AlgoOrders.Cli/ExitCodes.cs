namespace Binance.AlgoOrders.Samples;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int NotInactive = 1;
    public const int BadInput = 2;

    public static int Of(bool isInactive) => isInactive ? Done : NotInactive;
}

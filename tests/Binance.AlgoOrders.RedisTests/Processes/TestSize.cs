using System.Globalization;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>
/// The size of the tests with processes. The long form, of several minutes, has more orders and always eight processes:
/// <c>REDIS_TEST_BULK=12000 dotnet test tests/Binance.AlgoOrders.RedisTests -f net10.0 --filter Processes</c>.
/// </summary>
internal static class TestSize
{
    private static readonly string? Long = Environment.GetEnvironmentVariable("REDIS_TEST_BULK");

    public static bool IsLong => Long is not null;

    /// <summary>The bulk of each process, or the short form's.</summary>
    public static int GetBulkOrders(int ofShortForm) => Long is null ? ofShortForm : int.Parse(Long, CultureInfo.InvariantCulture);
}

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>Reports every breach of a rule, where a collection's assertion shows the first few.</summary>
internal static class Breaches
{
    public static void AssertNone(string rule, IEnumerable<string> breaches, string figures = "")
    {
        string[] found = [.. breaches];
        Assert.True(found.Length == 0, Describe(rule, found, figures));
    }

    /// <summary>Asserts that a share is within its limit, and lists what makes it up if it is not.</summary>
    public static void AssertAtMost(double limit, double actual, string rule, IEnumerable<string> counted, string figures) =>
        Assert.True(actual <= limit, Describe(rule, [.. counted], figures));

    private static string Describe(string rule, string[] found, string figures) =>
        string.Join('\n', [$"{rule} Found {found.Length}:", .. found.Select(breach => $"  {breach}"), figures]).TrimEnd();
}

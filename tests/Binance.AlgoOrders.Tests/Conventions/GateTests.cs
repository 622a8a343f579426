using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The gate stands in two languages, for bash and for PowerShell.</summary>
public partial class GateTests
{
    [Fact]
    public void Both_gates_take_the_same_steps() => Assert.Equal(Steps(".ci/run"), Steps(".ci/run.ps1"));

    [Fact]
    public void Both_gates_run_the_same_samples() => Assert.Equal(Samples(".ci/run"), Samples(".ci/run.ps1"));

    private static string[] Steps(string gate) => Matches(Step(), gate);

    private static string[] Samples(string gate) => Matches(Sample(), gate);

    private static string[] Matches(Regex pattern, string gate)
    {
        string[] found = [.. pattern.Matches(File.ReadAllText(Path.Combine(SourceFolders.Root, gate))).Select(match => match.Value)];
        Assert.NotEmpty(found);
        return found;
    }

    [GeneratedRegex("^step '.*'", RegexOptions.Multiline, 1000)]
    private static partial Regex Step();

    [GeneratedRegex("dotnet run --no-build --project samples/[^<\\r\\n]*[^<\\s]", RegexOptions.Multiline, 1000)]
    private static partial Regex Sample();
}

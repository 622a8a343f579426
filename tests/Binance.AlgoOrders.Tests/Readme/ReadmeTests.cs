using Binance.AlgoOrders.Tests.Conventions;

namespace Binance.AlgoOrders.Tests.Readme;

public class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SourceFolders.Root, "README.md"));

    [Fact]
    public void Every_block_of_code_is_compiled_as_it_stands()
    {
        string compiled = Trimmed(File.ReadAllLines(Path.Combine(SourceFolders.Root, "tests/Binance.AlgoOrders.Tests/Readme/ReadmeCode.cs")));
        string[] blocks = [.. Blocks().Select(Trimmed)];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(block, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public Task The_simulated_exchange_of_the_README_does_what_it_says() => ReadmeCode.SimulatedExchangeAsync();

    private static IEnumerable<IEnumerable<string>> Blocks()
    {
        for (int start = 0; start < Lines.Length; start++)
        {
            if (Lines[start] == "```csharp")
            {
                yield return Lines.Skip(start + 1).TakeWhile(line => line != "```");
            }
        }
    }

    private static string Trimmed(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()));
}

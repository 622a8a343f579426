using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Conventions;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

public class ReadmeTests
{
    private const string Sources = "tests/Binance.AlgoOrders.Tests/Readme";

    /// <summary>The repository's, those of the packages that have one of their own, and the help for assistants.</summary>
    public static TheoryData<string> Readmes =>
    [
        "README.md",
        ".github/ASSISTANTS.md",
        .. Directory.EnumerateFiles(Path.Combine(SourceFolders.Root, "src"), "README.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(SourceFolders.Root, file).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_block_of_code_is_compiled_as_it_stands(string readme)
    {
        string[] compiled = [.. SourceFolders.Files(Sources).Select(file => Trimmed(File.ReadAllLines(Path.Combine(SourceFolders.Root, Sources, file))))];
        string[][] blocks = [.. Blocks(File.ReadAllLines(Path.Combine(SourceFolders.Root, readme))).Select(block => block.ToArray())];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(compiled, source => IsCompiledIn(source, block)));
    }

    [Fact]
    public void The_README_is_read_in_one_sitting() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(SourceFolders.Root, "README.md")).Length, 1, 350);

    [Fact]
    public Task The_simulated_exchange_of_the_README_does_what_it_says() => ReadmeCode.SimulatedExchangeAsync();

    [Fact]
    public void An_exchange_in_three_lines_has_a_stop() => Assert.Equal(58_000m, TestingReadmeCode.ThreeLines().Terms.TriggerPrice);

    [Fact]
    public Task The_truth_of_the_Testing_readme_is_true() => TestingReadmeCode.WithClientAsync(TestingReadmeCode.TruthAsync);

    [Fact]
    public Task The_market_of_the_Testing_readme_moves_as_it_says() => TestingReadmeCode.WithClientAsync(TestingReadmeCode.MarketAsync);

    [Fact]
    public async Task The_container_of_the_Testing_readme_reaches_the_exchange_on_its_clock()
    {
        var time = new ManualTimeProvider();
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        AlgoOrderClient client = TestingReadmeCode.FromContainer(new ServiceCollection(), time, exchange, account);

        await TestingReadmeCode.TruthAsync(time, exchange, account, client);
    }

    private static IEnumerable<IEnumerable<string>> Blocks(string[] lines)
    {
        for (int start = 0; start < lines.Length; start++)
        {
            if (lines[start] == "```csharp")
            {
                yield return lines.Skip(start + 1).TakeWhile(line => line != "```");
            }
        }
    }

    /// <summary>A whole program has its usings at the head of the file, and the rest within a method of it.</summary>
    private static bool IsCompiledIn(string source, string[] block)
    {
        int body = Array.FindIndex(block, line => !line.StartsWith("using Binance", StringComparison.Ordinal) && !line.StartsWith("using Microsoft", StringComparison.Ordinal));
        return source.StartsWith(Trimmed(block[..body]), StringComparison.Ordinal)
            && source.Contains(Trimmed(block[body..]).TrimStart(), StringComparison.Ordinal);
    }

    private static string Trimmed(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()));
}

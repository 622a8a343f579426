using Binance.AlgoOrders.Tests.Conventions;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# of a document stands, line by line, in a file of this folder or of a sample. Both are compiled.</summary>
public class CompiledCodeTests
{
    private static readonly string[] Folders = ["tests/Binance.AlgoOrders.Tests/Readme", "samples"];
    private static readonly Lazy<string[]> Compiled = new(() => [.. Folders.SelectMany(Sources)]);

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    /// <summary>The documents that show how to use something.</summary>
    public static TheoryData<string> Instructions =>
    [
        .. MarkdownFile.All.Where(document => document.EndsWith("README.md", StringComparison.Ordinal)
            || document.EndsWith("ASSISTANTS.md", StringComparison.Ordinal)
            || document.Contains("/docs/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Instructions))]
    public void A_document_that_shows_how_to_use_something_has_code(string document) => Assert.NotEmpty(CSharp(document));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_block_of_code_is_compiled_as_it_stands(string document) =>
        Assert.All(CSharp(document), block => Assert.Contains(Compiled.Value, source => IsCompiledIn(source, block)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_block_without_a_language_holds_no_code(string document) =>
        Assert.All(
            new MarkdownFile(document).Blocks.Where(block => block.Language.Length == 0).SelectMany(block => block.Lines),
            line => Assert.False(line.EndsWith(';') || line.EndsWith('{'), line));

    private static IEnumerable<string[]> CSharp(string document) => new MarkdownFile(document).Blocks
        .Where(block => block.Language == "csharp")
        .Select(block => block.Lines);

    /// <summary>A whole program has its usings at the head of the file, and the rest within a method of it.</summary>
    private static bool IsCompiledIn(string source, string[] block)
    {
        int body = Array.FindIndex(block, line => !IsUsingDirective(line));
        return source.StartsWith(Trimmed(block[..body]), StringComparison.Ordinal)
            && source.Contains(Trimmed(block[body..]).TrimStart(), StringComparison.Ordinal);
    }

    private static bool IsUsingDirective(string line) =>
        line.StartsWith("using Binance", StringComparison.Ordinal) || line.StartsWith("using Microsoft", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(string folder) => SourceFolders.Files(folder)
        .Select(file => Trimmed(File.ReadAllLines(Path.Combine(SourceFolders.Root, folder, file))));

    private static string Trimmed(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()));
}

using System.Text.RegularExpressions;
using Binance.AlgoOrders.Tests.Conventions;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>A document of the repository, split into its code blocks and the rest.</summary>
internal sealed partial class MarkdownFile
{
    private const string Fence = "```";
    private readonly List<string> _text = [];
    private readonly List<CodeBlock> _blocks = [];

    /// <param name="path">Relative to the repository.</param>
    public MarkdownFile(string path)
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceFolders.Root, path));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                _text.Add(lines[i]);
                continue;
            }

            string[] code = [.. lines.Skip(i + 1).TakeWhile(line => line != Fence)];
            _blocks.Add(new CodeBlock(lines[i][Fence.Length..], code));
            i += code.Length + 1;
        }
    }

    /// <summary>Every document, relative to the repository: the readme, those beside it in <c>.github</c>, those of the packages, and the guides.</summary>
    public static IEnumerable<string> All => ["README.md", .. Below(".github"), .. Below("src")];

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>The targets of all links and images.</summary>
    public IEnumerable<string> Links => _text
        .SelectMany(line => Link().Matches(InlineCode().Replace(line, "code")))
        .Select(match => match.Groups["target"].Value);

    /// <summary>The anchors of all headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => _text
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim(), "").Replace(' ', '-').ToLowerInvariant());

    /// <summary>The rows of a table, each as its cells.</summary>
    /// <param name="header">The text of the table's first header.</param>
    public IReadOnlyList<string[]> Table(string header)
    {
        int start = _text.FindIndex(line => line.StartsWith($"| {header} |", StringComparison.Ordinal));
        Assert.True(start >= 0, $"There is no table that begins with '{header}'.");
        return [.. _text
            .Skip(start + 2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    /// <summary>The first cells of a table's rows, without the marks of code.</summary>
    /// <param name="header">The text of the table's first header.</param>
    public IEnumerable<string> FirstColumn(string header) => Table(header).Select(cells => cells[0].Trim('`'));

    private static IEnumerable<string> Below(string folder) => Directory
        .EnumerateFiles(Path.Combine(SourceFolders.Root, folder), "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(SourceFolders.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInAnchors();

    /// <param name="Language">As it is written behind the fence; empty: none.</param>
    /// <param name="Lines">The lines between the fences.</param>
    internal sealed record CodeBlock(string Language, string[] Lines);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>A source file and its syntax tree.</summary>
internal sealed class SourceFile
{
    /// <summary>The name of the folder that holds the project file.</summary>
    public const string RootFolder = "(root)";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse, preprocessorSymbols: ["NET10_0", "NET10_0_OR_GREATER", "NET9_0_OR_GREATER", "NET8_0_OR_GREATER"]);

    private SourceFile(string path, SourceText text)
    {
        Path = path;
        Folder = FolderOf(path);
        Text = text.ToString();
        Syntax = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
        CodeLines = Syntax.DescendantTokens()
            .Where(token => token.Span.Length > 0)
            .SelectMany(token => Enumerable.Range(FirstLineOf(token), LastLineOf(token) - FirstLineOf(token) + 1))
            .Distinct()
            .Count();
    }

    /// <summary>The path below the package's folder, with slashes.</summary>
    public string Path { get; }

    /// <summary>The folder below the package's folder, or <see cref="RootFolder"/>.</summary>
    public string Folder { get; }

    public string Text { get; }

    public CompilationUnitSyntax Syntax { get; }

    /// <summary>The number of lines that hold at least one token: neither blank lines nor comments.</summary>
    public int CodeLines { get; }

    public static SourceFile Read(string folder, string path)
    {
        using FileStream stream = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new(path, SourceText.From(stream));
    }

    public static SourceFile Parse(string path, string text) => new(path, SourceText.From(text));

    public static int LineOf(SyntaxNode node) => FirstLineOf(node.GetFirstToken()) + 1;

    /// <summary>Gets the place of a node as a failure shows it.</summary>
    public string Locate(SyntaxNode node) => $"{Path}({LineOf(node)})";

    private static string FolderOf(string path) => path.LastIndexOf('/') is var end and > 0 ? path[..end] : RootFolder;

    private static int FirstLineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static int LastLineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().EndLinePosition.Line;
}

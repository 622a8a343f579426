using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>A sentence of XML documentation.</summary>
internal sealed partial record Sentence(string Text, string Location)
{
    private static readonly string[] Tags = ["summary", "param", "returns", "remarks", "value", "exception", "typeparam"];

    public bool StartsAsQuestion => QuestionWord().IsMatch(Text);

    public bool HasSemicolon => Text.Contains(';', StringComparison.Ordinal);

    /// <summary>Returns the sentences of a file's documentation. Inline code counts as one word, a block of code as none.</summary>
    public static IEnumerable<Sentence> Of(SourceFile file) =>
        from comment in file.Syntax.DescendantTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
        from element in comment.DescendantNodes().OfType<XmlElementSyntax>()
        where Tags.Contains(element.StartTag.Name.ToString())
        from text in TextOf(element).Split('\n').SelectMany(paragraph => paragraph.Split(". "))
        where text.Any(char.IsLetter)
        select new Sentence(text.Trim(), file.Locate(element));

    private static string TextOf(XmlElementSyntax element)
    {
        StringBuilder text = new();
        AppendText(text, element.Content);
        return Blanks().Replace(text.ToString(), " ").Replace("¶", "\n", StringComparison.Ordinal);
    }

    private static void AppendText(StringBuilder text, SyntaxList<XmlNodeSyntax> nodes)
    {
        foreach (XmlNodeSyntax node in nodes)
        {
            switch (node)
            {
                case XmlTextSyntax words:
                    text.AppendJoin("", words.TextTokens.Select(token => token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? " " : token.ValueText));
                    break;
                case XmlElementSyntax { StartTag.Name: { } name } when name.ToString() == "code":
                    text.Append('¶');
                    break;
                case XmlElementSyntax { StartTag.Name: { } name } when name.ToString() == "c":
                    text.Append("code");
                    break;
                case XmlElementSyntax { StartTag.Name: { } name } block when name.ToString() is "para" or "item" or "description" or "term":
                    text.Append('¶');
                    AppendText(text, block.Content);
                    text.Append('¶');
                    break;
                case XmlElementSyntax inline:
                    AppendText(text, inline.Content);
                    break;
                case XmlEmptyElementSyntax:
                    text.Append("reference");
                    break;
            }
        }
    }

    [GeneratedRegex(@"^\W*(What|How|Whether|Which|Who|Where|When)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"\s+", RegexOptions.None, 60_000)]
    private static partial Regex Blanks();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The conditional expressions (<c>? :</c>) of sources.</summary>
internal static class Conditionals
{
    public static IEnumerable<ConditionalExpressionSyntax> Of(SourceFile file) => file.Syntax.DescendantNodes().OfType<ConditionalExpressionSyntax>();

    /// <summary>Returns those that have another one as one of their operands.</summary>
    public static IEnumerable<string> FindChains(SourcePackage package) =>
        from file in package.Files
        from conditional in Of(file)
        where IsConditional(conditional.WhenTrue) || IsConditional(conditional.WhenFalse) || IsConditional(conditional.Condition)
        select $"{file.Locate(conditional)} {Shorten(conditional)}";

    /// <summary>Returns the statements, expression bodies and initializers that hold more than one.</summary>
    public static IEnumerable<string> FindCrowded(SourcePackage package) =>
        from file in package.Files
        from conditionals in Of(file).GroupBy(StatementOf)
        where conditionals.Count() > 1
        select $"{file.Locate(conditionals.Key)} has {conditionals.Count()}";

    private static bool IsConditional(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsConditional(parenthesized.Expression),
        ConditionalExpressionSyntax => true,
        _ => false,
    };

    private static SyntaxNode StatementOf(SyntaxNode expression) => expression.Ancestors().First(node =>
        node is StatementSyntax or ArrowExpressionClauseSyntax { Parent: MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax } or MemberDeclarationSyntax);

    private static string Shorten(SyntaxNode node)
    {
        string line = node.ToString().ReplaceLineEndings(" ");
        return line.Length <= 80 ? line : $"{line[..80]}…";
    }
}

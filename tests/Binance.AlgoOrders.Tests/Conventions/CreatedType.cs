using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The simple name of the type that a <c>new</c> expression makes, as far as the syntax shows it.</summary>
internal static class CreatedType
{
    public static string Of(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type),
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } } } => NameOf(type),
        { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } } => NameOf(type),
        { Parent: ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } } => NameOf(type),
        { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } } } => NameOf(type),
        { Parent: ReturnStatementSyntax statement } => statement.Ancestors().OfType<MethodDeclarationSyntax>().Select(method => NameOf(method.ReturnType)).FirstOrDefault(""),
        _ => "",
    };

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => type.ToString(),
    };
}

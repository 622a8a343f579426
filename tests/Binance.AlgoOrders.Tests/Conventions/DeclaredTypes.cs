using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>Finds the declaration that a name in a syntax tree stands for: by name, number of type arguments, namespace and usings.</summary>
internal sealed class DeclaredTypes
{
    private readonly ILookup<string, Declaration> _types;
    private readonly ILookup<string, Declaration> _extensions;

    public DeclaredTypes(SourcePackage package)
    {
        _types = package.Files
            .SelectMany(file => file.Syntax.DescendantNodes().Where(IsOutermostType).Select(type => Declare(file, type)))
            .Distinct()
            .ToLookup(type => type.Name, StringComparer.Ordinal);

        // A name that ordinary methods have too could be theirs.
        HashSet<string> ordinary = [.. Methods(package).Where(method => !IsExtension(method.Syntax)).Select(method => method.Syntax.Identifier.Text)];
        _extensions = Methods(package)
            .Where(method => IsExtension(method.Syntax) && !ordinary.Contains(method.Syntax.Identifier.Text))
            .Select(method => new Declaration(method.Syntax.Identifier.Text, 0, NamespaceOf(method.Syntax), method.File.Folder))
            .Distinct()
            .ToLookup(method => method.Name, StringComparer.Ordinal);
    }

    /// <summary>Returns the declarations that a name can stand for: none for names of others, several only where the sources do not tell them apart.</summary>
    public IReadOnlyList<Declaration> Find(SourceFile file, SimpleNameSyntax name)
    {
        if (IsExtensionCall(name))
        {
            return [.. _extensions[name.Identifier.Text].Where(method => IsVisible(file, name, method))];
        }

        if (!IsTypeUse(name) || IsNestedTypeOfItsOwn(name))
        {
            return [];
        }

        string qualifier = QualifierOf(name);
        IEnumerable<Declaration> candidates = NamesOf(name).SelectMany(candidate => _types[candidate]).Where(type => type.Arity == name.Arity);
        if (qualifier.Length > 0)
        {
            return [.. candidates.Where(type => $".{type.Namespace}".EndsWith($".{qualifier}", StringComparison.Ordinal))];
        }

        Declaration[] visible = [.. candidates.Where(type => IsVisible(file, name, type)).OrderByDescending(type => Nearness(name, type))];
        return [.. visible.Where(type => Nearness(name, type) == Nearness(name, visible[0]))];
    }

    /// <summary>Returns the folder whose types make up a namespace, or null if they lie in several folders or none.</summary>
    public string? FolderOfNamespace(string name)
    {
        string[] folders = [.. _types.SelectMany(types => types).Where(type => type.Namespace == name).Select(type => type.Folder).Distinct()];
        return folders is [{ } only] ? only : null;
    }

    private static bool IsOutermostType(SyntaxNode node) => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is not BaseTypeDeclarationSyntax;

    private static Declaration Declare(SourceFile file, SyntaxNode type) => type switch
    {
        TypeDeclarationSyntax declaration => new(declaration.Identifier.Text, declaration.Arity, NamespaceOf(type), file.Folder),
        DelegateDeclarationSyntax declaration => new(declaration.Identifier.Text, declaration.Arity, NamespaceOf(type), file.Folder),
        _ => new(((BaseTypeDeclarationSyntax)type).Identifier.Text, 0, NamespaceOf(type), file.Folder),
    };

    private static IEnumerable<(SourceFile File, MethodDeclarationSyntax Syntax)> Methods(SourcePackage package) =>
        from file in package.Files
        from method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        select (file, method);

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.Parent is ExtensionBlockDeclarationSyntax
        || method.ParameterList.Parameters is [{ } first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private static bool IsExtensionCall(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool IsTypeUse(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax or AliasQualifiedNameSyntax => !name.Ancestors().Any(IsNamespaceName),
        MemberAccessExpressionSyntax access => access.Expression == name || QualifierOf(name).Length > 0,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } } => true,
        PatternSyntax => true,
        UsingDirectiveSyntax directive => !IsNamespaceName(directive),
        _ => SyntaxFacts.IsInTypeOnlyContext(name),
    };

    // A static or aliasing using directive names a type; a namespace's declaration and the other directives name a namespace.
    private static bool IsNamespaceName(SyntaxNode node) => node is UsingDirectiveSyntax { StaticKeyword.RawKind: 0, Alias: null }
        || node.Parent is BaseNamespaceDeclarationSyntax space && space.Name == node;

    private static bool IsNestedTypeOfItsOwn(SimpleNameSyntax name) => name.Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .Any(type => type.Members.OfType<BaseTypeDeclarationSyntax>().Any(nested => nested.Identifier.Text == name.Identifier.Text));

    private static IEnumerable<string> NamesOf(SimpleNameSyntax name) =>
        name.Ancestors().OfType<AttributeSyntax>().Any(attribute => attribute.Name.Span.Contains(name.Span))
            ? [name.Identifier.Text, $"{name.Identifier.Text}Attribute"]
            : [name.Identifier.Text];

    private static string QualifierOf(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => WithoutAlias(qualified.Left),
        AliasQualifiedNameSyntax => "",
        MemberAccessExpressionSyntax access when access.Name == name && access.Expression is not ThisExpressionSyntax and not BaseExpressionSyntax => WithoutAlias(access.Expression),
        _ => "",
    };

    private static string WithoutAlias(SyntaxNode node) => node.ToString().Replace("global::", "", StringComparison.Ordinal);

    private static bool IsVisible(SourceFile file, SyntaxNode name, Declaration declared) =>
        IsAtOrBelow(NamespaceOf(name), declared.Namespace)
        || file.Syntax.Usings.Any(directive => directive.NamespaceOrType.ToString() == declared.Namespace);

    // The innermost namespace wins, and each of them before what a using directive brings in.
    private static int Nearness(SyntaxNode name, Declaration declared) => IsAtOrBelow(NamespaceOf(name), declared.Namespace) ? declared.Namespace.Length : 0;

    private static bool IsAtOrBelow(string space, string root) => space == root || space.StartsWith($"{root}.", StringComparison.Ordinal);

    private static string NamespaceOf(SyntaxNode node) =>
        string.Join('.', node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()).Reverse());
}

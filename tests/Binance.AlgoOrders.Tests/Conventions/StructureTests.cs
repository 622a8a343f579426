using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The structure of the code: few conditional expressions, never one within another, and few parameters.</summary>
public class StructureTests(ITestOutputHelper output)
{
    private const double MostConditionals = 1;
    private const int MostParameters = 7;

    public static TheoryData<string> Packages => [.. SourcePackage.Packages];

    public static TheoryData<string> PackagesAndSamples => [.. SourcePackage.Packages, "samples"];

    public static TheoryData<string> Everything => [.. SourcePackage.Packages, "samples", "tests"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Conditional_expressions_are_few(string package)
    {
        SourceFigures figures = new(SourcePackage.Of(package));
        output.WriteLine(figures.ToString());
        Breaches.AssertAtMost(
            MostConditionals,
            figures.ConditionalsPerHundredLines,
            $"{package} may have at most {MostConditionals} conditional expression per 100 lines of code.",
            SourcePackage.Of(package).Files.SelectMany(file => Conditionals.Of(file).Select(file.Locate)),
            figures.ToString());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Conditional_expressions_form_no_chains(string folder) =>
        Breaches.AssertNone("A conditional expression must not be an operand of another.", Conditionals.FindChains(SourcePackage.Of(folder)));

    [Theory]
    [MemberData(nameof(PackagesAndSamples))]
    public void A_statement_has_one_conditional_expression(string folder) =>
        Breaches.AssertNone("A statement must not have more than one conditional expression.", Conditionals.FindCrowded(SourcePackage.Of(folder)));

    // A record's parameters are its data, which may be more.
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_constructor_has_at_most_seven_parameters(string package) => Breaches.AssertNone(
        $"A constructor must have at most {MostParameters} parameters.",
        from file in SourcePackage.Of(package).Files
        from parameters in file.Syntax.DescendantNodes().OfType<ParameterListSyntax>()
        where parameters.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or ConstructorDeclarationSyntax { Parent: not RecordDeclarationSyntax }
        where parameters.Parameters.Count > MostParameters
        select $"{file.Locate(parameters)} has {parameters.Parameters.Count}");
}

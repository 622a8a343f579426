using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>A folder uses only those above it, in the order of <see cref="LayerLists"/>. Read from the names and usings of the sources.</summary>
public class LayeringTests(ITestOutputHelper output)
{
    private const string CompositionRoot = "DependencyInjection";

    // They write and read the values of orders as texts, and need their types for nothing else.
    private static readonly string[] OrderReaders = ["Internal/Json/", "Internal/Requests/ParameterWriter.cs"];

    private static readonly string[] Services = ["RequestPipeline", "RequestSigner", "CredentialStore", "CredentialRefresher", "SigningHandler", "ServerClock"];

    private static readonly SourcePackage Core = SourcePackage.Of(LayerLists.Core.Package);

    public static TheoryData<string> Packages => [.. LayerLists.All.Select(list => list.Package)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_folder_uses_only_those_above_it(string package)
    {
        FolderGraph graph = FolderGraph.Of(package);
        string folders = SourceFigures.DescribeFolders(graph);
        output.WriteLine(folders);
        Breaches.AssertNone(
            $"A folder of {package} must use only those above it in {nameof(LayerLists)}.",
            ListOf(package).FindBreaches(graph),
            folders);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_list_of_layers_has_the_folders_that_there_are(string package) =>
        Assert.Equal(FolderGraph.Of(package).Folders, ListOf(package).Folders.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Nothing_is_accepted_that_the_sources_no_longer_do(string package) =>
        Breaches.AssertNone($"{nameof(Layering.AcceptedAgainstOrder)} must hold what {package} does.", ListOf(package).FindNeedlessAcceptances(FolderGraph.Of(package)));

    [Fact]
    public void The_bottom_half_knows_nothing_of_orders()
    {
        string[] values = ["WireValue", .. Core.Files.Where(file => file.Folder == "Orders").SelectMany(file => file.Syntax.DescendantNodes().OfType<EnumDeclarationSyntax>()).Select(type => type.Identifier.Text)];
        Breaches.AssertNone(
            "Only converters and parameters may use the values of orders below Internal.",
            FolderGraph.Of(Core.Name).Uses
                .Where(use => use.From.StartsWith("Internal", StringComparison.Ordinal) && use.To == "Orders")
                .Where(use => !OrderReaders.Any(reader => use.File.StartsWith(reader, StringComparison.Ordinal)) || !values.Contains(use.Name))
                .Select(use => $"{use.File}({use.Line}) uses {use.Name}"));
    }

    [Fact]
    public void Only_the_composition_root_makes_the_services_of_the_bottom_half() => Breaches.AssertNone(
        $"Only {CompositionRoot} may make {string.Join(", ", Services)}.",
        from file in Core.Files
        where file.Folder != CompositionRoot
        from creation in file.Syntax.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where Services.Contains(CreatedType.Of(creation))
        select $"{file.Locate(creation)} makes {CreatedType.Of(creation)}");

    [Fact]
    public void The_services_of_the_bottom_half_are_declared_by_these_names() => Assert.Equal(
        Services.Order(StringComparer.Ordinal),
        Core.Files.SelectMany(file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()).Select(type => type.Identifier.Text).Where(Services.Contains).Distinct().Order(StringComparer.Ordinal));

    private static Layering ListOf(string package) => LayerLists.All.Single(list => list.Package == package);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Binance.AlgoOrders.Tests.Conventions;

namespace Binance.AlgoOrders.Tests.Readme;

public class LinkTests
{
    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_within_the_repository_leads_to_a_file_and_to_a_heading_of_it(string document) =>
        Assert.All(new MarkdownFile(document).Links.Where(IsRelative), link => Assert.True(IsFound(document, link), link));

    [Fact]
    public void Every_guide_is_linked_from_the_README()
    {
        string[] links = [.. new MarkdownFile("README.md").Links];
        Assert.All(MarkdownFile.All.Where(document => document.Contains("/docs/", StringComparison.Ordinal)), guide => Assert.Contains(guide, links));
    }

    // Packing rewrites links, and an image would need another address than a link.
    [Fact]
    public void Packing_leaves_out_the_images_of_the_readme()
    {
        string image = XDocument.Load(Path.Combine(SourceFolders.Root, "Directory.Build.targets")).Descendants("Image").Single().Value;
        string readme = File.ReadAllText(Path.Combine(SourceFolders.Root, "README.md"));

        string packed = Regex.Replace(readme, image, "", RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Contains(".svg)", readme, StringComparison.Ordinal);
        Assert.DoesNotContain(".svg", packed, StringComparison.Ordinal);
        Assert.Contains("docs/cost.md#when-responses-are-lost", packed, StringComparison.Ordinal);
    }

    private static bool IsRelative(string link) => !link.Contains("://", StringComparison.Ordinal);

    private static bool IsFound(string document, string link)
    {
        string[] parts = link.Split('#');
        string target = TargetOf(document, parts[0]);
        bool exists = File.Exists(Path.Combine(SourceFolders.Root, target));
        return parts.Length == 1
            ? exists
            : exists && new MarkdownFile(target).Anchors.Contains(parts[1], StringComparer.Ordinal);
    }

    private static string TargetOf(string document, string path)
    {
        if (path.Length == 0)
        {
            return document;
        }

        string folder = Path.GetDirectoryName(Path.Combine(SourceFolders.Root, document))!;
        return Path.GetRelativePath(SourceFolders.Root, Path.GetFullPath(Path.Combine(folder, path)));
    }
}

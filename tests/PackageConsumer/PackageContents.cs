using System.IO.Compression;
using System.Xml.Linq;

namespace PackageConsumer;

/// <summary>Checks that every package contains readme, icon, license and release notes, and for each target assembly, documentation and symbols.</summary>
internal static class PackageContents
{
    private static readonly string[] Files = ["README.md", "icon.png", "LICENSE"];
    private static readonly string[] Facts = ["description", "license", "readme", "icon", "repository", "releaseNotes"];
    private static readonly string[] Targets = ["net8.0", "net10.0"];

    /// <summary>Describes the missing contents of the packages in a folder, one line each.</summary>
    public static IEnumerable<string> MissingFrom(string folder)
    {
        string[] packages = Directory.GetFiles(folder, "*.nupkg");
        return packages.Length == 0 ? [$"{folder} must contain packages, but contains none."] : packages.SelectMany(Missing);
    }

    private static IEnumerable<string> Missing(string package)
    {
        using ZipArchive contents = ZipFile.OpenRead(package);
        ZipArchiveEntry description = contents.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        string id = Path.GetFileNameWithoutExtension(description.Name);
        string[] wanted = [.. Files, .. Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" })];
        return
        [
            .. wanted.Where(file => contents.GetEntry(file) is null).Select(file => $"{id} must contain {file}, but does not."),
            .. MissingFacts(description).Select(fact => $"{id} must state its {fact}, but does not."),
            .. MissingSymbols(Path.ChangeExtension(package, ".snupkg"), id),
        ];
    }

    private static IEnumerable<string> MissingFacts(ZipArchiveEntry description)
    {
        using Stream text = description.Open();
        XElement metadata = XDocument.Load(text).Root!.Elements().Single();
        return Facts.Except(metadata.Elements().Where(static element => element.Value != "" || element.HasAttributes).Select(static element => element.Name.LocalName));
    }

    private static IEnumerable<string> MissingSymbols(string package, string id)
    {
        if (!File.Exists(package))
        {
            return [$"{id} must have a symbol package, but has none."];
        }

        using ZipArchive contents = ZipFile.OpenRead(package);
        return
        [
            .. Targets.Select(target => $"lib/{target}/{id}.pdb").Where(file => contents.GetEntry(file) is null)
                .Select(file => $"The symbol package of {id} must contain {file}, but does not."),
        ];
    }
}

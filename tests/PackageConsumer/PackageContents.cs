using System.IO.Compression;
using System.Xml.Linq;

namespace PackageConsumer;

/// <summary>What every package brings: readme, icon, license, release notes, and for each target assembly, documentation and symbols.</summary>
internal static class PackageContents
{
    private static readonly string[] Files = ["README.md", "icon.png", "LICENSE"];
    private static readonly string[] Facts = ["description", "license", "readme", "icon", "repository", "releaseNotes"];
    private static readonly string[] Targets = ["net8.0", "net10.0"];

    /// <summary>A line for everything that a package in this folder lacks.</summary>
    public static IEnumerable<string> MissingFrom(string folder)
    {
        string[] packages = Directory.GetFiles(folder, "*.nupkg");
        return packages.Length == 0 ? [$"There is no package in {folder}."] : packages.SelectMany(Missing);
    }

    private static IEnumerable<string> Missing(string package)
    {
        using ZipArchive contents = ZipFile.OpenRead(package);
        ZipArchiveEntry description = contents.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        string id = Path.GetFileNameWithoutExtension(description.Name);
        string[] wanted = [.. Files, .. Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" })];
        return
        [
            .. wanted.Where(file => contents.GetEntry(file) is null).Select(file => $"{id} lacks {file}."),
            .. MissingFacts(description).Select(fact => $"{id} does not tell its {fact}."),
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
            return [$"{id} has no package of symbols."];
        }

        using ZipArchive contents = ZipFile.OpenRead(package);
        return [.. Targets.Select(target => $"lib/{target}/{id}.pdb").Where(file => contents.GetEntry(file) is null).Select(file => $"The symbols of {id} lack {file}.")];
    }
}

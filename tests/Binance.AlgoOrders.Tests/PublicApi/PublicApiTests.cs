using System.Reflection;
using Binance.AlgoOrders.Tests.Conventions;
using PublicApiGenerator;

namespace Binance.AlgoOrders.Tests.PublicApi;

/// <summary>Compares the public surface of each package with a reviewed text, <c>assembly.target.txt</c> beside this file.</summary>
public class PublicApiTests
{
    private const string AcceptVariable = "UPDATE_PUBLIC_API";
    private static readonly string Target = $"net{Environment.Version.Major}.0";
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Packages =>
        new(Directory.EnumerateDirectories(Path.Combine(SourceFolders.Root, "src")).Select(folder => Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_one_that_was_reviewed(string package)
    {
        string file = Path.Combine(SourceFolders.Root, "tests/Binance.AlgoOrders.Tests/PublicApi", $"{package}.{Target}.txt");
        string surface = Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(file, surface);
        }

        string reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(surface == reviewed, $"{Path.GetFileName(file)}: {FirstDifference(reviewed, surface)} Accept it with {AcceptVariable}=1, and review the file's diff.");
    }

    private static string FirstDifference(string reviewed, string surface)
    {
        string[] before = reviewed.Split('\n');
        string[] now = surface.Split('\n');
        int line = before.Zip(now).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was \"{before.ElementAtOrDefault(line)?.Trim()}\" and is \"{now.ElementAtOrDefault(line)?.Trim()}\".";
    }
}

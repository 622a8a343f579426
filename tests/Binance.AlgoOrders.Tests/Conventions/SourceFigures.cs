using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The figures of a package's sources that the rules of language and structure are about.</summary>
internal sealed class SourceFigures
{
    public SourceFigures(SourcePackage package)
    {
        Sentence[] sentences = [.. package.Files.SelectMany(Sentence.Of)];
        Name = package.Name;
        Files = package.Files.Count;
        CodeLines = package.Files.Sum(file => file.CodeLines);
        Conditionals = package.Files.Sum(file => Conventions.Conditionals.Of(file).Count());
        Sentences = sentences.Length;
        Questions = [.. sentences.Where(sentence => sentence.StartsAsQuestion)];
        Semicolons = [.. sentences.Where(sentence => sentence.HasSemicolon)];
    }

    public string Name { get; }

    public int Files { get; }

    public int CodeLines { get; }

    public int Conditionals { get; }

    public double ConditionalsPerHundredLines => PerHundred(Conditionals, CodeLines);

    public int Sentences { get; }

    public IReadOnlyList<Sentence> Questions { get; }

    public IReadOnlyList<Sentence> Semicolons { get; }

    public double PercentOfQuestions => PerHundred(Questions.Count, Sentences);

    public double PercentOfSemicolons => PerHundred(Semicolons.Count, Sentences);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Files} files, {CodeLines} code lines, {Conditionals} conditional expressions ({ConditionalsPerHundredLines:0.00} per 100 lines), {Sentences} sentences, {Questions.Count} begin with a question word ({PercentOfQuestions:0.0} %), {Semicolons.Count} have a semicolon ({PercentOfSemicolons:0.0} %)");

    /// <summary>Lists the uses between the folders of a package, and the folders that form a cycle.</summary>
    public static string DescribeFolders(FolderGraph graph)
    {
        StringBuilder text = new();
        foreach ((string from, string[] to) in graph.Arrows)
        {
            text.Append(from).Append(" -> ").AppendJoin(", ", to).Append('\n');
        }

        foreach (string[] cycle in graph.FindCycles())
        {
            text.Append("cycle: ").AppendJoin(", ", cycle).Append('\n');
        }

        return text.ToString();
    }

    private static double PerHundred(int part, int whole) => whole == 0 ? 0 : part * 100.0 / whole;
}

using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>Words that the packages do not use, and the field's terms that they use instead.</summary>
internal static class HouseWords
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static readonly Regex HumpStart = new("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant, Timeout);

    private static readonly Term Persons = new("nobody|somebody|whoever", "a caller, a user, or the passive");

    private static readonly Term[] Replaced =
    [
        new("answer(s|ed|ing)?", "response"),
        new("repetitions?|worth repeating|passing failures?|mend(s|ed|ing)?", "retry, transient"),
        new("in doubt|verdicts?|may have changed something", "unknown"),
        new("held back|silenced?|limit stands", "rate-limited, banned"),
        new("sights?|obscured|find-out|finding out", "lookup, query"),
        new("inquir(y|ies)|key ?rings?", "refresh, credential store"),
        new("tool ?box(es)?|tools", "pool, resources"),
        new("watched|listen(s|ed|ing)? to", "telemetry, is enabled"),
        new("quoting failures?", "redact"),
        new("desks?|judge(s|d)?|judge?ments?|voices?|news|journals?|rehears(e|es|ed|al|als|ing)|imagine[sd]?", "the name of what it is or does"),
    ];

    public static IEnumerable<string> FindPersons(SourcePackage package) => Find(package, Persons);

    public static IEnumerable<string> FindReplaced(SourcePackage package) => Find(package, Replaced);

    // Comments, documentation, texts and names: AttemptToolbox is read as "Attempt Toolbox".
    private static IEnumerable<string> Find(SourcePackage package, params Term[] terms) =>
        from file in package.Files
        from line in file.Text.Split('\n').Select((text, index) => (Text: HumpStart.Replace(text, " "), Number: index + 1))
        from term in terms
        from match in term.Word.Matches(line.Text)
        select $"{file.Path}({line.Number}): \"{match.Value}\" (say: {term.Instead})";

    private sealed class Term(string words, string instead)
    {
        public Regex Word { get; } = new($@"\b({words})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout);

        public string Instead => instead;
    }
}

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The language of the packages: plain sentences in the field's terms.</summary>
public class SentenceTests(ITestOutputHelper output)
{
    private const double MostQuestions = 2;
    private const double MostSemicolons = 5;

    public static TheoryData<string> Packages => [.. SourcePackage.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Documentation_does_not_begin_with_a_question_word(string package)
    {
        SourceFigures figures = FiguresOf(package);
        Breaches.AssertAtMost(
            MostQuestions,
            figures.PercentOfQuestions,
            $"At most {MostQuestions} % of the sentences may begin with What, How, Whether, Which, Who, Where or When.",
            figures.Questions.Select(Show),
            figures.ToString());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Documentation_has_full_stops_instead_of_semicolons(string package)
    {
        SourceFigures figures = FiguresOf(package);
        Breaches.AssertAtMost(
            MostSemicolons,
            figures.PercentOfSemicolons,
            $"At most {MostSemicolons} % of the sentences may have a semicolon.",
            figures.Semicolons.Select(Show),
            figures.ToString());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Components_are_not_persons(string package) =>
        Breaches.AssertNone($"{package} must do without nobody, somebody and whoever.", HouseWords.FindPersons(SourcePackage.Of(package)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_idea_has_the_word_of_the_field(string package) =>
        Breaches.AssertNone($"{package} must use the field's terms.", HouseWords.FindReplaced(SourcePackage.Of(package)));

    private static string Show(Sentence sentence) => $"{sentence.Location}: {sentence.Text}";

    private SourceFigures FiguresOf(string package)
    {
        SourceFigures figures = new(SourcePackage.Of(package));
        output.WriteLine(figures.ToString());
        return figures;
    }
}

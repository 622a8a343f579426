namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The rules that read sources, each tried on a few lines that break it.</summary>
public class SourceRulesTests
{
    private const string Lower = "namespace Binance.AlgoOrders; class Lower { public const int Limit = 1; public enum Kind { One } }";

    [Theory]
    [InlineData("class Upper : Lower;")]
    [InlineData("class Upper { int Value() => Lower.Limit; }")]
    [InlineData("class Upper { object Value() => new List<Lower>(); }")]
    [InlineData("class Upper { object Value() => Lower.Kind.One; }")]
    [InlineData("class Upper { object Value() => Binance.AlgoOrders.Lower.Limit; }")]
    [InlineData("class Upper { string Value() => nameof(Lower); }")]
    [InlineData("class Upper { bool Value(object other) => other is not Lower; }")]
    [InlineData("class Upper { void Value((Lower? First, int Second) pair) { } }")]
    [InlineData("class Upper { string Value { get => field ?? nameof(Lower); set; } }")]
    [InlineData("static class Upper { extension(Lower lower) { int Value => 1; } }")]
    public void A_type_is_found_where_it_is_used(string user)
    {
        FolderUse use = Assert.Single(UsesOf(("Low/Lower.cs", Lower), ("Up/Upper.cs", $"namespace Binance.AlgoOrders;\n{user}")));
        Assert.Equal(new FolderUse("Up", "Low", "Up/Upper.cs", 2, "Lower"), use);
    }

    [Theory]
    [InlineData("/// <summary>Like <see cref=\"Lower\"/>.</summary>\nclass Upper;")]
    [InlineData("// Lower\nclass Upper;")]
    [InlineData("class Upper { string Lower => \"Lower\"; object Value(Upper other) => other.Lower; }")]
    [InlineData("class Upper { class Lower; Lower Value() => new(); }")]
    [InlineData("class Upper : Lower<int>;")]
    public void A_name_that_is_no_use_of_a_type_does_not_count(string user) =>
        Assert.Empty(UsesOf(("Low/Lower.cs", Lower), ("Up/Upper.cs", $"namespace Binance.AlgoOrders;\n{user}")));

    [Fact]
    public void Of_two_types_with_one_name_the_nearer_one_is_meant()
    {
        const string Other = "namespace Binance.AlgoOrders.Internal.Other; class Lower;";
        (string, string)[] types = [("Low/Lower.cs", Lower), ("Internal/Other/Lower.cs", Other)];
        Assert.Equal("Low", Assert.Single(UsesOf([.. types, ("Up/Upper.cs", "namespace Binance.AlgoOrders; class Upper : Lower;")])).To);
        Assert.Equal("Internal/Other", Assert.Single(UsesOf([.. types, ("Up/Upper.cs", "namespace Binance.AlgoOrders.Internal.Other; class Upper : Lower;")])).To);
    }

    [Fact]
    public void An_extension_method_and_a_namespace_are_uses_too()
    {
        const string Extensions = "namespace Binance.AlgoOrders.Low; static class Extensions { public static int Twice(this int number) => 2 * number; }";
        const string User = "using Binance.AlgoOrders.Low;\nnamespace Binance.AlgoOrders; class Upper { int Value() => 1.Twice(); }";
        Assert.Equal(["namespace Binance.AlgoOrders.Low", "Twice"], UsesOf(("Low/Extensions.cs", Extensions), ("Up/Upper.cs", User)).Select(use => use.Name));
    }

    [Fact]
    public void A_use_of_a_folder_that_is_not_above_is_a_breach()
    {
        FolderGraph graph = new(SourcePackage.FromTexts(("Low/Lower.cs", "class Lower : Upper;"), ("Up/Upper.cs", "class Upper;"), ("Beside/Other.cs", "class Other : Upper;")));
        const string Above = "Low (Low/Lower.cs, line 1) uses Upper of Up, which is not above it";
        const string Beside = "Beside (Beside/Other.cs, line 1) uses Upper of Up, which is not above it";
        Assert.Equal([Beside, Above], new Layering("texts", "Low\nUp | Beside").FindBreaches(graph));
        Assert.Equal([Above], new Layering("texts", "Low\nUp + Beside").FindBreaches(graph));
        Assert.Empty(new Layering("texts", "Up\nLow | Beside").FindBreaches(graph));
        Assert.Empty(new Layering("texts", "Low\nUp + Beside") { AcceptedAgainstOrder = ["Low -> Up"] }.FindBreaches(graph));
        Assert.Empty(new Layering("texts", "Low\nUp + Beside") { VisibleToAll = ["Upper"] }.FindBreaches(graph));
        Assert.Equal(["Up -> Low"], new Layering("texts", "Low\nUp + Beside") { AcceptedAgainstOrder = ["Low -> Up", "Up -> Low"] }.FindNeedlessAcceptances(graph));
    }

    [Fact]
    public void Folders_that_use_each_other_are_a_cycle()
    {
        FolderGraph graph = new(SourcePackage.FromTexts(("A/A.cs", "class A : B;"), ("B/B.cs", "class B { C? Next; }"), ("C/C.cs", "class C { A? Next; }"), ("D/D.cs", "class D : A;")));
        Assert.Equal(["A", "B", "C"], Assert.Single(graph.FindCycles()));
    }

    [Fact]
    public void Sentences_of_documentation_are_counted()
    {
        const string Documented = """
            /// <summary>
            /// What it is; in short. It has <c>a;b</c>. <see cref="A"/> &lt; <paramref name="b"/>
            /// </summary>
            /// <remarks><para>When it is so.</para><code>What(); Who();</code></remarks>
            /// <param name="whether">whether it is.</param>
            class A;
            """;
        SourceFigures figures = new(SourcePackage.FromTexts(("A.cs", Documented)));
        Assert.Equal(5, figures.Sentences);
        Assert.Equal(["What it is; in short", "When it is so.", "whether it is."], figures.Questions.Select(sentence => sentence.Text));
        Assert.Equal("What it is; in short", Assert.Single(figures.Semicolons).Text);
    }

    [Fact]
    public void Conditional_expressions_and_lines_of_code_are_counted()
    {
        const string Code = """
            class A
            {
                // Neither a comment nor a blank line counts.

                int Chain(bool a, bool b) => a ? 1 : (b ? 2 : 3);
                int Two(bool a, bool b) { int sum = (a ? 1 : 0) + (b ? 1 : 0); return sum; }
                int One(bool a, bool b) { int c = a ? 1 : 0; return b ? c : 0; }
            }
            """;
        SourcePackage package = SourcePackage.FromTexts(("A.cs", Code));
        SourceFigures figures = new(package);
        Assert.Equal((6, 6), (figures.CodeLines, figures.Conditionals));
        Assert.Equal(100, figures.ConditionalsPerHundredLines);
        Assert.Equal("A.cs(5) a ? 1 : (b ? 2 : 3)", Assert.Single(Conditionals.FindChains(package)));
        Assert.Equal(["A.cs(5) has 2", "A.cs(6) has 2"], Conditionals.FindCrowded(package));
    }

    [Fact]
    public void Words_are_found_in_comments_texts_and_names()
    {
        SourcePackage package = SourcePackage.FromTexts(("A.cs", "// Nobody knows.\nclass AttemptToolbox { string Text => \"an answer\"; }\n/// <summary>A response.</summary>\nclass B;"));
        Assert.Equal("A.cs(1): \"Nobody\" (say: a caller, a user, or the passive)", Assert.Single(HouseWords.FindPersons(package)));
        Assert.Equal(["A.cs(2): \"answer\" (say: response)", "A.cs(2): \"Toolbox\" (say: pool, resources)"], HouseWords.FindReplaced(package));
    }

    private static IReadOnlyList<FolderUse> UsesOf(params (string Path, string Text)[] files) => new FolderGraph(SourcePackage.FromTexts(files)).Uses;
}

using System.Globalization;
using System.Reflection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The tables of the documents have a row for everything that the code has, and no other.</summary>
public class TableTests
{
    private const string Guides = "src/Binance.AlgoOrders/docs/";

    [Fact]
    public void The_README_has_every_method_of_the_client()
    {
        IEnumerable<string> methods = typeof(AlgoOrderClient)
            .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Where(name => name.EndsWith("Async", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
        AssertSame(methods, new MarkdownFile("README.md").FirstColumn("method"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(Guides + "outcomes.md")]
    public void Every_outcome_is_in_the_table(string document) =>
        AssertSame(typeof(CancelAlgoOrderOutcome).GetNestedTypes().Select(type => type.Name), new MarkdownFile(document).FirstColumn("outcome"));

    [Theory]
    [InlineData("outcome", typeof(ReplaceAlgoOrderOutcome))]
    [InlineData("placement", typeof(PlaceAlgoOrderOutcome))]
    [InlineData("`Sequence`", typeof(ReplaceSequence))]
    public void Every_case_of_a_replacement_is_in_its_guide(string column, Type type)
    {
        IEnumerable<string> cases = type.IsEnum ? Enum.GetNames(type).Skip(1) : type.GetNestedTypes().Select(nested => nested.Name);
        AssertSame(cases, new MarkdownFile(Guides + "replacing.md").FirstColumn(column));
    }

    [Fact]
    public void Every_exception_is_in_the_guide()
    {
        IEnumerable<string> exceptions = typeof(AlgoOrderException).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(AlgoOrderException)))
            .Select(type => type.Name);
        AssertSame(exceptions, new MarkdownFile(Guides + "outcomes.md").FirstColumn("exception"));
    }

    [Theory]
    [InlineData(Guides + "options.md", typeof(AlgoOrderClientOptions))]
    [InlineData(Guides + "limits.md", typeof(RedisRequestBudgetOptions))]
    [InlineData("src/Binance.AlgoOrders.Streams/README.md", typeof(AlgoOrderStreamOptions))]
    public void Every_option_is_in_the_guide_with_its_default(string document, Type options)
    {
        Dictionary<string, string> documented = new MarkdownFile(document)
            .Table("option")
            .ToDictionary(cells => cells[0].Trim('`'), cells => cells[1], StringComparer.Ordinal);
        PropertyInfo[] properties = options.GetProperties();
        object defaults = Activator.CreateInstance(options)!;

        AssertSame(properties.Select(property => property.Name), documented.Keys);
        Assert.All(properties, property => Assert.StartsWith(TextOf(property.GetValue(defaults)), documented[property.Name], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_member_of_a_budget_is_in_the_guide()
    {
        IEnumerable<string> members = typeof(IRequestBudget).GetMembers()
            .Where(member => member is not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name);
        AssertSame(members, new MarkdownFile(Guides + "limits.md").FirstColumn("member"));
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> documented) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));

    private static string TextOf(object? value) => value switch
    {
        null => "",
        "" => "",
        string or Enum => $"`{value}`",
        true => "`true`",
        false => "`false`",
        TimeSpan { TotalSeconds: < 1 } time => $"{time.TotalMilliseconds} ms",
        TimeSpan time => $"{time.TotalSeconds} s",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}

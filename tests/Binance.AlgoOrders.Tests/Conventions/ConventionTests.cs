using System.Reflection;
using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Conventions;

public class ConventionTests
{
    private const int MaxLines = 200;
    private static readonly Assembly Library = typeof(AlgoOrderClient).Assembly;
    private static readonly Dictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal)
    {
        ["src/Binance.AlgoOrders"] = Library,
        ["src/Binance.AlgoOrders.Ed25519"] = typeof(Ed25519Signer).Assembly,
        ["src/Binance.AlgoOrders.Redis"] = typeof(RedisRequestBudgetOptions).Assembly,
        ["src/Binance.AlgoOrders.Streams"] = typeof(AlgoOrderUpdate).Assembly,
        ["src/Binance.AlgoOrders.Testing"] = typeof(SimulatedExchange).Assembly,
    };

    public static TheoryData<string> Packages => new(Assemblies.Keys);

    [Fact]
    public void Internal_namespaces_hold_internal_types() =>
        Assert.DoesNotContain(Library.GetExportedTypes().Concat(typeof(Ed25519Signer).Assembly.GetExportedTypes()), type => type.Namespace is not "Binance.AlgoOrders" and not "Microsoft.Extensions.DependencyInjection");

    [Fact]
    public void Classes_are_sealed_unless_they_are_meant_to_be_derived_from()
    {
        Type[] open = [typeof(AlgoOrderClient), typeof(AlgoOrderStream), typeof(AlgoOrderId), typeof(CancelAlgoOrderOutcome), typeof(NewAlgoOrder), typeof(NewAlgoOrder.LimitOnTrigger), typeof(NewAlgoOrder.MarketOnTrigger), typeof(PlaceAlgoOrderOutcome), typeof(ReplaceAlgoOrderOutcome), typeof(AlgoOrderException), typeof(BinanceApiException)];
        IEnumerable<Type> classes = Assemblies.Values.SelectMany(Own).Where(type => type is { IsClass: true, IsSealed: false });
        Assert.Empty(classes.Where(type => !open.Contains(type) && !HasHeirs(type)).Select(type => type.FullName));
    }

    [Fact]
    public void What_returns_a_task_is_named_Async_and_takes_the_token_last()
    {
        IEnumerable<MethodInfo> methods = Library.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(ReturnsTask);
        Assert.Empty(methods
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) || method.GetParameters()[^1].ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    [Fact]
    public void The_clients_methods_can_be_substituted() =>
        Assert.Empty(typeof(AlgoOrderClient)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsVirtual)
            .Select(method => method.Name));

    [Fact]
    public void There_is_no_static_state_that_could_change()
    {
        IEnumerable<FieldInfo> fields = Own(Library).Concat(Own(typeof(Ed25519Signer).Assembly)).SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        Assert.Empty(fields
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_file_is_longer_than_200_lines(string package) =>
        Assert.DoesNotContain(SourceFolders.Files(package), file => File.ReadAllLines(Path.Combine(SourceFolders.Root, package, file)).Length > MaxLines);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_public_type_has_a_file_of_its_own(string package)
    {
        HashSet<string> files = [.. SourceFolders.Files(package).Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.Empty(Assemblies[package].GetExportedTypes().Where(type => !type.IsNested && !files.Contains(type.Name.Split('`')[0])).Select(type => type.FullName));
    }

    private static IEnumerable<Type> Own(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Binance.AlgoOrders", StringComparison.Ordinal) == true
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)));

    private static bool HasHeirs(Type type) => type is { IsPublic: false, IsNestedPublic: false } && type.Assembly.GetTypes().Any(other => Definition(other.BaseType) == type);

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    private static bool ReturnsTask(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType)
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));
}

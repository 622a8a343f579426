using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The two halves: <c>Binance.AlgoOrders</c> speaks of orders, <c>Binance.AlgoOrders.Internal</c> of signed HTTP.</summary>
public sealed class LayeringTests : IDisposable
{
    private const string Top = "Binance.AlgoOrders";
    private const string Bottom = "Binance.AlgoOrders.Internal";
    private const string CompositionRoot = "Binance.AlgoOrders.DependencyInjection";

    // What the bottom half offers to implementers, in the users' namespace so that one using is enough.
    private static readonly string[] Seams =
    [
        $"{Top}.IApiCredentialsProvider", $"{Top}.ApiCredentials", $"{Top}.CredentialsReason",
        $"{Top}.IRequestSigner", $"{Top}.IRequestTimingProvider", $"{Top}.RequestTiming",
        $"{Top}.IRequestBudget", $"{Top}.RequestCost", $"{Top}.RequestPriority", $"{Top}.RequestUsage", $"{Top}.RequestBan",
    ];

    private readonly ModuleDefinition _library = ModuleDefinition.ReadModule(typeof(AlgoOrderClient).Assembly.Location);

    [Fact]
    public void The_bottom_half_knows_nothing_of_orders()
    {
        IEnumerable<string> breaches = Uses(type => IsIn(type, Bottom))
            .Where(use => IsIn(use.Used, Top) && !IsIn(use.Used, Bottom) && !Seams.Contains(use.Used.FullName))
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}");
        Assert.Empty(breaches.Distinct());
    }

    [Fact]
    public void The_shared_vocabulary_of_orders_depends_on_nothing_of_ours()
    {
        IEnumerable<string> breaches = Uses(type => SourceFolders.Of(type) == "Orders")
            .Where(use => IsIn(use.Used, Top) && SourceFolders.Of(use.Used) != "Orders")
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}");
        Assert.Empty(breaches.Distinct());
    }

    [Fact]
    public void Only_the_composition_root_makes_the_services_of_the_bottom_half()
    {
        string[] services = [$"{Bottom}.Transport.ApiTransport", $"{Bottom}.Signing.RequestSigning", $"{Bottom}.Signing.KeyRing", $"{Bottom}.Signing.CredentialsSupply", $"{Bottom}.Signing.SigningHandler", $"{Bottom}.Timing.ServerClock"];
        IEnumerable<string> breaches =
            from type in _library.GetAllTypes()
            where !IsIn(type, CompositionRoot)
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.OpCode == OpCodes.Newobj && services.Contains(((MethodReference)instruction.Operand).DeclaringType.FullName)
            select $"{method.FullName} makes {((MethodReference)instruction.Operand).DeclaringType.FullName}";
        Assert.Empty(breaches);
    }

    public void Dispose() => _library.Dispose();

    private static bool IsIn(TypeReference type, string root)
    {
        string space = Outermost(type).Namespace;
        return space == root || space.StartsWith(root + ".", StringComparison.Ordinal);
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private IEnumerable<(TypeDefinition User, TypeReference Used)> Uses(Func<TypeDefinition, bool> isUser) =>
        from type in _library.GetAllTypes()
        where isUser(type)
        from used in TypesUsedBy(type).SelectMany(Parts)
        select (type, Outermost(used));

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : new[] { type.BaseType },
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Methods.SelectMany(TypesUsedBy),
    ];

    private static IEnumerable<TypeReference> TypesUsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(TypesUsedBy) : [],
    ];

    private static IEnumerable<TypeReference> TypesUsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. (method as GenericInstanceMethod)?.GenericArguments ?? []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}

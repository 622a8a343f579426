using System.Reflection;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Lists all faults of the simulated exchange by reflection, so that a new fault is included.</summary>
internal static class EveryFault
{
    /// <param name="bodies">The bodies for the faults that take one.</param>
    public static IReadOnlyList<Fault> With(IReadOnlyList<string> bodies)
    {
        IEnumerable<Fault> plain = typeof(Fault).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Fault)property.GetValue(null)!);
        IEnumerable<Fault> made = typeof(Fault)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Fault))
            .SelectMany(method => Combinations(method.GetParameters(), bodies).Select(arguments => (Fault)method.Invoke(null, [.. arguments])!));
        return [.. plain, .. made];
    }

    private static IEnumerable<IEnumerable<object>> Combinations(IEnumerable<ParameterInfo> parameters, IReadOnlyList<string> bodies) =>
        parameters.Aggregate(
            (IEnumerable<IEnumerable<object>>)[[]],
            (combinations, parameter) => combinations.SelectMany(before => ValuesOf(parameter, bodies).Select(value => before.Append(value))));

    private static IEnumerable<object> ValuesOf(ParameterInfo parameter, IReadOnlyList<string> bodies) => parameter.ParameterType switch
    {
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(int) => [200, 400, 503],
        var type when type == typeof(TimeSpan) => [TimeSpan.FromMilliseconds(50)],
        var type when type == typeof(Action) => [static () => { }],
        var type when type == typeof(string) => parameter.HasDefaultValue ? [parameter.DefaultValue!] : bodies,
        { IsEnum: true } type => Enum.GetValues(type).Cast<object>(),
        var type => throw new NotSupportedException($"A parameter of a fault must have a known type, but was {type}. Add its values here."),
    };
}

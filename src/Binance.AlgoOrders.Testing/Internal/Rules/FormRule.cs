namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>A parameter that need not be sent has a meaning when it is.</summary>
internal static class FormRule
{
    public static Refusal? NotEmpty(RequestParameters parameters, IEnumerable<string> names) =>
        names.FirstOrDefault(name => parameters[name] is "") is { } empty ? Refusal.Empty(empty) : null;

    /// <summary>Each is a LONG when it was sent.</summary>
    public static Refusal? Numbers(RequestParameters parameters, IEnumerable<string> names) =>
        names.FirstOrDefault(name => parameters.Has(name) && !parameters.TryGetNumber(name, out _)) is { } wrong ? Refusal.NotValid(wrong) : null;
}

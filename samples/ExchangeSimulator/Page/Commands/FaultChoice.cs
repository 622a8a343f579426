using System.Text.Json.Serialization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>A fault that the page offers.</summary>
/// <param name="Name">The name, which recorded requests show too.</param>
/// <param name="Description">The effect on the request.</param>
/// <param name="IsTimed">True if the fault takes a duration.</param>
/// <param name="Create">A function that creates the fault with a duration.</param>
internal sealed record FaultChoice(string Name, string Description, bool IsTimed, [property: JsonIgnore] Func<TimeSpan, Fault> Create)
{
    public FaultChoice(Fault fault, string description)
        : this(fault.Name, description, IsTimed: false, _ => fault)
    {
    }

    public FaultChoice(Func<TimeSpan, Fault> create, string description)
        : this(create(TimeSpan.Zero).Name, description, IsTimed: true, create)
    {
    }

    /// <summary>The heading of the group.</summary>
    public string Group { get; init; } = "";
}

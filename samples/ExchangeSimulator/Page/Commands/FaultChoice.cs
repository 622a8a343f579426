using System.Text.Json.Serialization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>A fault on the menu.</summary>
/// <param name="Name">As the journal will name it.</param>
/// <param name="Description">What happens to the request.</param>
/// <param name="IsTimed">Whether it lasts as long as one says.</param>
/// <param name="Make">Makes it, for so long.</param>
internal sealed record FaultChoice(string Name, string Description, bool IsTimed, [property: JsonIgnore] Func<TimeSpan, Fault> Make)
{
    public FaultChoice(Fault fault, string description)
        : this(fault.Name, description, IsTimed: false, _ => fault)
    {
    }

    public FaultChoice(Func<TimeSpan, Fault> make, string description)
        : this(make(TimeSpan.Zero).Name, description, IsTimed: true, make)
    {
    }

    /// <summary>The heading that it stands under.</summary>
    public string Group { get; init; } = "";
}

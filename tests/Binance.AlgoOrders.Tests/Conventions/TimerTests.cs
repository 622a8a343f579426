using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Binance.AlgoOrders.Tests.Conventions;

public sealed class TimerTests
{
    // On a source that was made without a TimeProvider it would run on the system's clock; the toolbox's sources are made with one.
    [Fact]
    public void Only_the_toolbox_of_attempts_sets_a_timer_anew()
    {
        using ModuleDefinition library = ModuleDefinition.ReadModule(typeof(AlgoOrderClient).Assembly.Location);
        IEnumerable<string> users =
            from type in library.GetAllTypes()
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.Operand is MethodReference { Name: nameof(CancellationTokenSource.CancelAfter) }
            select type.Name;
        Assert.Equal("AttemptToolbox", Assert.Single(users));
    }
}

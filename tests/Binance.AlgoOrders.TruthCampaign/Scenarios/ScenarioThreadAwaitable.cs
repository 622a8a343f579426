using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Continues on the scenario's thread at the same instant of the virtual clock, which is released once the continuation is scheduled.</summary>
internal sealed class ScenarioThreadAwaitable(ScenarioEnvironment environment, Action release) : INotifyCompletion
{
    public bool IsCompleted => false;

    public ScenarioThreadAwaitable GetAwaiter() => this;

    public void OnCompleted(Action continuation)
    {
        environment.At(TimeSpan.Zero, continuation);
        release();
    }

    public void GetResult()
    {
    }
}

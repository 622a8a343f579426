using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Goes on on the scenario's thread at this very instant of the virtual clock, which is let go only when that is arranged.</summary>
internal sealed class ReturnToStage(Stage stage, Action letGo) : INotifyCompletion
{
    public bool IsCompleted => false;

    public ReturnToStage GetAwaiter() => this;

    public void OnCompleted(Action continuation)
    {
        stage.At(TimeSpan.Zero, continuation);
        letGo();
    }

    public void GetResult()
    {
    }
}

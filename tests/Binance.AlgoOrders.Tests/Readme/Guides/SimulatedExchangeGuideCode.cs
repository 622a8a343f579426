using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# block of the page about the simulated exchange.</summary>
public static class SimulatedExchangeGuideCode
{
    public static SimulatedAccount Strict(TimeProvider time)
    {
        var options = new SimulatedExchangeOptions { RejectsUnknownParameters = true, RejectsEncodedWebSocketSignatures = true };
        var exchange = new SimulatedExchange(time, options) { TriggeringDuration = TimeSpan.FromMilliseconds(400) };
        SimulatedAccount account = exchange.AddAccount();
        (account.MakerCommissionRate, account.TakerCommissionRate) = (0.0002m, 0.0004m);

        return account;
    }
}

using System.Collections.Concurrent;
using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Holds the budgets that the clients of a container share: one for each exchange. Binance counts the weight of USDⓈ-M and COIN-M Futures together.</summary>
internal sealed class SharedRequestBudgets(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, LocalRequestBudget> _budgets = new(StringComparer.OrdinalIgnoreCase);

    public IRequestBudget Get(AlgoOrderClientOptions options) =>
        _budgets.GetOrAdd(ExchangeName.Of(BinanceAddress.Of(options)), (_, client) => AlgoOrderClientFactory.CreateBudget(client, timeProvider), options);
}

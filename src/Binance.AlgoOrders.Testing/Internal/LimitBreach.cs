using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>A request that is not served because of how many came before it.</summary>
internal sealed record LimitBreach(Refusal Refusal, KeyValuePair<string, string>[] Headers);

namespace Binance.AlgoOrders.Samples;

internal sealed record OrderCountView(string Name, int Used, int Limit);

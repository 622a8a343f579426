namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The exception that stops a client which loops without a pause.</summary>
internal sealed class BusyLoopException() : Exception("The client must wait between its steps, but reads the clock in a loop.");

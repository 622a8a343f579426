namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Thrown into a client that does something over and over without a pause.</summary>
internal sealed class RunsInCirclesException() : Exception("The client runs in circles: it reads the clock over and over, and never waits.");

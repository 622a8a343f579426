using System.Text.Json;
using Binance.AlgoOrders.RedisWorker;

if (args is ["measure", var redis])
{
    await Measurement.RunAsync(redis);
    return 0;
}

if (args is not [var json])
{
    await Console.Error.WriteLineAsync("The arguments must be a plan as JSON, as the tests of the Redis budget pass it, or: measure host:port.");
    return 2;
}

WorkerPlan plan = JsonSerializer.Deserialize(json, WorkerJsonContext.Default.WorkerPlan)!;
WorkerReport report = await new WorkerRun(plan).RunAsync();
await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, WorkerJsonContext.Default.WorkerReport));
return 0;

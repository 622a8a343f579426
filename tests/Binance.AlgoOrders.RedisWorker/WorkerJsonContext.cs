using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.RedisWorker;

[JsonSerializable(typeof(WorkerPlan))]
[JsonSerializable(typeof(WorkerReport))]
internal sealed partial class WorkerJsonContext : JsonSerializerContext;

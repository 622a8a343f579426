using System.Diagnostics.Metrics;

namespace Binance.AlgoOrders.Internal;

/// <summary>The meter <c>Binance.AlgoOrders.Redis</c>. Its names are part of the public contract.</summary>
internal sealed class BudgetMetrics : IDisposable
{
    private readonly Meter? _own;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _degradations;
    private readonly Counter<long> _rejoins;
    private readonly Counter<long> _localWeight;
    private readonly UpDownCounter<int> _degraded;
    private readonly KeyValuePair<string, object?> _name;

    public BudgetMetrics(IMeterFactory? factory, string name)
    {
        const string MeterName = "Binance.AlgoOrders.Redis";
        _own = factory is null ? new Meter(MeterName) : null;
        Meter meter = _own ?? factory!.Create(new MeterOptions(MeterName));
        _name = new("budget", name);
        _questions = meter.CreateCounter<long>("binance.budget.questions", "{question}", "What Redis was asked; outcome: in_time, late, failed.");
        _degradations = meter.CreateCounter<long>("binance.budget.degradations", "{degradation}", "How often the client went on without Redis.");
        _rejoins = meter.CreateCounter<long>("binance.budget.rejoins", "{rejoin}", "How often it came back.");
        _localWeight = meter.CreateCounter<long>("binance.budget.local_weight", "{weight}", "What was spent without a grant while Redis did not answer.");
        _degraded = meter.CreateUpDownCounter<int>("binance.budget.degraded", "{budget}", "1 while the client goes on without Redis.");
    }

    public void Asked(string outcome) => _questions.Add(1, _name, new("outcome", outcome));

    public void SpentLocally(int weight) => _localWeight.Add(weight, _name);

    public void Degraded()
    {
        _degradations.Add(1, _name);
        _degraded.Add(1, _name);
    }

    public void Rejoined()
    {
        _rejoins.Add(1, _name);
        _degraded.Add(-1, _name);
    }

    public void Dispose() => _own?.Dispose();
}

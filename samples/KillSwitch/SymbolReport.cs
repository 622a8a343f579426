using System.Text;

namespace Binance.AlgoOrders.Samples;

/// <summary>The results of a contract, merged from the cancel of all orders and from the cancels of single orders.</summary>
internal sealed class SymbolReport
{
    private readonly string _symbol;
    private readonly IReadOnlyList<OrderReport> _orders;
    private readonly Exception? _error;

    /// <param name="symbol">The contract.</param>
    /// <param name="all">The outcome of the cancel of all orders, or null if it failed.</param>
    /// <param name="error">The last error of the cancel of all orders, or null if there was none.</param>
    /// <param name="singles">The results of the cancels of single orders.</param>
    public SymbolReport(string symbol, CancelAllAlgoOrdersOutcome? all, Exception? error, IEnumerable<OrderReport> singles)
    {
        IEnumerable<OrderReport> listed = all?.Orders.Select(item => new OrderReport(item.Id, item.Outcome, item.Error)) ?? [];
        _symbol = symbol;
        _orders = [.. singles.Concat(listed).GroupBy(order => order.Id).Select(OrderReport.Merge)];
        _error = error;
        IsClear = all?.IsClear == true && _orders.All(order => order.IsSettled);
    }

    /// <summary>True if no order of the contract can be live any more.</summary>
    public bool IsClear { get; }

    public bool MayHaveLiveChild => _orders.Any(order => order.MayHaveLiveChild);

    /// <summary>Formats the results, one line for each order.</summary>
    public override string ToString()
    {
        string state = IsClear ? "clear" : "NOT CLEAR";
        var report = new StringBuilder($"{_symbol}: {state}, {_orders.Count} seen");
        foreach (OrderReport order in _orders)
        {
            string id = order.Id is AlgoOrderId.ByAlgoId { AlgoId: var algoId } ? $"{algoId}" : $"{order.Id}";
            AppendLine(report, $"  {id}  {order}");
        }

        if (!IsClear && _error is { } error)
        {
            AppendLine(report, $"  last error: {error.Message}");
        }

        return report.ToString();
    }

    private static void AppendLine(StringBuilder report, string line) => report.AppendLine().Append(line.ReplaceLineEndings(" "));
}

using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class UnreadMembersLogTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task Members_of_an_odd_form_are_logged_at_Debug_once_for_a_response_and_without_their_text()
    {
        const string Order = """{"algoId":ID,"algoStatus":"NEW","symbol":"BTCUSDT","side":77,"triggerTime":-88}""";
        string list = $"[{Order.Replace("ID", "1", StringComparison.Ordinal)},{Order.Replace("ID", "2", StringComparison.Ordinal)}]";
        _venue.Exchange.Faults.On(SimulatedOperation.ListOpen).Next(Fault.Respond(200, list, executed: true));

        await _venue.Client.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken);

        Assert.Equal([(LogLevel.Debug, 1), (LogLevel.Debug, 15)], _venue.Logs.Events);
        Assert.Contains("GET /fapi/v1/openAlgoOrders: members of an unexpected form are null: side, triggerTime", _venue.Logs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("77", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_the_expected_form_adds_no_entry()
    {
        SimulatedOrder stop = _venue.Account.Place();

        await _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal([(LogLevel.Debug, 1)], _venue.Logs.Events);
    }

    public void Dispose() => _venue.Dispose();
}

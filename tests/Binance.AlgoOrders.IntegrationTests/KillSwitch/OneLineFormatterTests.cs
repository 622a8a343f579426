using Binance.AlgoOrders.Samples;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Tests the lines of the log.</summary>
public sealed class OneLineFormatterTests
{
    [Fact]
    public void A_failure_is_one_line_without_a_stack_trace()
    {
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>((Action)Fail);
        Assert.NotNull(failure.StackTrace);

        Assert.Equal("Warning: DELETE /fapi/v1/algoOrder failed: no route to host" + Environment.NewLine, Format("DELETE /fapi/v1/algoOrder failed", failure));
    }

    [Fact]
    public void A_message_without_a_failure_is_one_line() =>
        Assert.Equal("Warning: rate-limited for 2 s" + Environment.NewLine, Format("rate-limited\nfor 2 s", failure: null));

    private static void Fail() => throw new InvalidOperationException("no route\r\nto host");

    private static string Format(string message, Exception? failure)
    {
        using var text = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Warning, "Binance.AlgoOrders", eventId: 2, message, failure, static (state, _) => state);
        new OneLineFormatter().Write(entry, scopeProvider: null, text);
        return text.ToString();
    }
}

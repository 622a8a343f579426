namespace Binance.AlgoOrders.Samples;

/// <summary>Writes lines, one for each message.</summary>
internal sealed class KillSwitchOutput(TextWriter output, TextWriter error)
{
    public void WriteLine(string message) => Write(output, message);

    public void WriteErrorLine(string message) => Write(error, message.ReplaceLineEndings(" "));

    private static void Write(TextWriter writer, string message)
    {
        try
        {
            writer.WriteLine(message);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // A terminal that is closed must not end the cancels, because its end may be the signal to cancel.
        }
    }
}

using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Keeps the lines that are written to it.</summary>
internal sealed class LineRecorder : TextWriter
{
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _mayWrite = new(initialState: true);
    private readonly List<string> _lines = [];
    private readonly List<(string Start, TaskCompletionSource Found)> _waiting = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        _mayWrite.Wait();
        lock (_lock)
        {
            foreach (string line in (value ?? "").Split(Environment.NewLine))
            {
                _lines.Add(line);
                _waiting.FindAll(wait => line.StartsWith(wait.Start, StringComparison.Ordinal)).ForEach(wait => wait.Found.TrySetResult());
            }
        }
    }

    /// <summary>Waits for a line that begins with a text.</summary>
    public Task WaitForAsync(string start)
    {
        lock (_lock)
        {
            if (_lines.Exists(line => line.StartsWith(start, StringComparison.Ordinal)))
            {
                return Task.CompletedTask;
            }

            var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((start, found));
            return found.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets every write wait, as a terminal does that is paused.</summary>
    public void Pause() => _mayWrite.Reset();

    public void Resume() => _mayWrite.Set();

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _mayWrite.Dispose();
        base.Dispose(disposing);
    }
}

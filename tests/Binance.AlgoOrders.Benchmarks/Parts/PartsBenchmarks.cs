using BenchmarkDotNet.Attributes;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures internal parts. The class is public and not sealed because BenchmarkDotNet derives from it.</summary>
[MemoryDiagnoser]
public class PartsBenchmarks : IDisposable
{
    private readonly LibraryParts _parts = new();

    [Benchmark]
    public ValueTask<Uri> BuildUrl() => _parts.BuildUrlAsync();

    [Benchmark]
    public int Sign() => _parts.Sign();

    [Benchmark]
    public object? ParseAcknowledgement() => _parts.ParseAcknowledgement();

    [Benchmark]
    public bool ClassifyErrorResponse() => _parts.ClassifyErrorResponse();

    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.Dispose();
        }
    }
}

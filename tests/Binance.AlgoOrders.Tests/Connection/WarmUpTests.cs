using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Binance.AlgoOrders.Tests.Connection;

public sealed class WarmUpTests : IDisposable
{
    private readonly CountingSigner _signer = new();
    private readonly TestVenue _venue;

    public WarmUpTests() => _venue = new TestVenue(options => (options.Signer, options.SecretKey) = (_signer, ""));

    [Fact]
    public async Task A_warm_up_sends_only_pings()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.All(_venue.Exchange.Requests, record => Assert.Equal("/fapi/v1/ping", record.Path));
    }

    [Fact]
    public async Task A_warm_up_does_not_call_the_users_signer()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _signer.Signatures);
        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(_venue.Account.Place()));
        Assert.Equal(1, _signer.Signatures);
    }

    [Fact]
    public async Task Listeners_of_the_frameworks_http_metrics_see_nothing_of_the_made_up_cancels()
    {
        using var listener = new MeterListener();
        var seen = new ConcurrentQueue<string>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == "System.Net.Http")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        void Record<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
            seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
        listener.SetMeasurementEventCallback<long>(Record);
        listener.SetMeasurementEventCallback<double>(Record);
        listener.Start();

        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);

        // Other tests use sockets and listen to addresses of their own.
        Assert.DoesNotContain(seen, measurement => measurement.Contains("[server.address, localhost]", StringComparison.Ordinal) && measurement.Contains("[server.port, 80]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_warm_up_of_cancels_does_not_change_the_rate_limits()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(_venue.Exchange.Requests.Count, _venue.Client.RateLimits.UsedWeight1Minute);
    }

    [Fact]
    public async Task A_substitute_without_an_override_throws_NotSupportedException()
    {
        using var substitute = new Substitute();
        await Assert.ThrowsAsync<NotSupportedException>(() => substitute.WarmUpAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _venue.Dispose();

    private sealed class Substitute : AlgoOrderClient;

    private sealed class CountingSigner : IRequestSigner
    {
        public int Signatures { get; private set; }

        public int MaxSignatureLength => 4;

        public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            Signatures++;
            "beef"u8.CopyTo(destination.Span);
            return ValueTask.FromResult(4);
        }
    }
}

using System.Buffers;
using System.Text.Json;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// The least that signs, keeps a time limit and gives a typed result: nothing is repeated, looked up, checked or reported. What the product
/// costs beyond this, it costs for that.
/// </summary>
internal sealed class SpikeClient : IDisposable
{
    private const int LargestBody = 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly SpikeSigning _signing;
    private CancellationTokenSource? _idleTimer;

    public SpikeClient(Venue venue)
    {
        _http = new HttpClient(venue.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _signing = new SpikeSigning(venue.Address);
    }

    public async Task<Acknowledged> CancelAsync()
    {
        CancellationTokenSource timer = Interlocked.Exchange(ref _idleTimer, null) ?? new CancellationTokenSource();
        timer.CancelAfter(Limit);
        using var request = new HttpRequestMessage(HttpMethod.Delete, _signing.SignedUrl());
        request.Headers.TryAddWithoutValidation(Account.ApiKeyHeader, Account.ApiKey);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token);
        response.EnsureSuccessStatusCode();
        Acknowledged acknowledged = await ReadAsync(response, timer.Token);
        Release(timer);
        return acknowledged;
    }

    public void Dispose()
    {
        _http.Dispose();
        _signing.Dispose();
        _idleTimer?.Dispose();
    }

    private static async ValueTask<Acknowledged> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(LargestBody);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        Acknowledged? acknowledged = JsonSerializer.Deserialize(buffer.AsSpan(0, length), AcknowledgedJsonContext.Default.Acknowledged);
        ArrayPool<byte>.Shared.Return(buffer);
        return acknowledged ?? throw new JsonException("The body is null.");
    }

    private void Release(CancellationTokenSource timer)
    {
        if (!timer.TryReset() || Interlocked.CompareExchange(ref _idleTimer, timer, null) is not null)
        {
            timer.Dispose();
        }
    }
}

using System.Buffers;
using System.Text.Json;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// A handwritten client with the fewest features: it signs, keeps a timeout and returns a typed result. The product additionally retries, looks orders
/// up, checks and reports.
/// </summary>
internal sealed class MinimalClient : IDisposable
{
    private const int MaxResponseBytes = 1024;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly MinimalSigning _signing;
    private CancellationTokenSource? _idleTimer;

    public MinimalClient(Venue venue)
    {
        _http = new HttpClient(venue.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _signing = new MinimalSigning(venue.Address);
    }

    public async Task<Acknowledged> CancelAsync()
    {
        CancellationTokenSource timer = Interlocked.Exchange(ref _idleTimer, null) ?? new CancellationTokenSource();
        timer.CancelAfter(CallTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Delete, _signing.SignedUrl());
        request.Headers.TryAddWithoutValidation(Account.ApiKeyHeader, Account.ApiKey);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token);
        response.EnsureSuccessStatusCode();
        Acknowledged acknowledged = await ReadAsync(response, timer.Token);
        Return(timer);
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
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxResponseBytes);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        Acknowledged? acknowledged = JsonSerializer.Deserialize(buffer.AsSpan(0, length), AcknowledgedJsonContext.Default.Acknowledged);
        ArrayPool<byte>.Shared.Return(buffer);
        return acknowledged ?? throw new JsonException("The response must be a JSON object, but was null.");
    }

    private void Return(CancellationTokenSource timer)
    {
        if (!timer.TryReset() || Interlocked.CompareExchange(ref _idleTimer, timer, null) is not null)
        {
            timer.Dispose();
        }
    }
}

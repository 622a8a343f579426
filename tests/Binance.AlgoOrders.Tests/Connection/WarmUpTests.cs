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
    public async Task Cancels_are_warmed_up_once_with_the_clients_signer()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        int signatures = _signer.Signatures;
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);

        Assert.True(signatures > 0);
        Assert.Equal(signatures, _signer.Signatures);
    }

    [Fact]
    public async Task The_warm_up_of_cancels_does_not_change_the_rate_limits()
    {
        await _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(_venue.Exchange.Requests.Count, _venue.Client.RateLimits.UsedWeight1Minute);
    }

    [Fact]
    public async Task A_warm_up_fails_when_the_signer_fails()
    {
        _signer.Fails = true;
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.WarmUpAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
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

        public bool Fails { get; set; }

        public int MaxSignatureLength => 4;

        public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            if (Fails)
            {
                throw new InvalidOperationException("The vault is closed.");
            }

            Signatures++;
            "beef"u8.CopyTo(destination.Span);
            return ValueTask.FromResult(4);
        }
    }
}

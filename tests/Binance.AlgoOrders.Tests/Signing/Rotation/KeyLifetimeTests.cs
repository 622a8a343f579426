namespace Binance.AlgoOrders.Tests.Signing.Rotation;

public sealed class KeyLifetimeTests : IDisposable
{
    private readonly ProviderVenue _venue = new();
    private readonly RecordedSigner _first;
    private readonly RecordedSigner _second;

    public KeyLifetimeTests() => (_first, _second) = (new RecordedSigner(_venue.Account.AddKey()), new RecordedSigner(_venue.Account.AddKey()));

    [Fact]
    public async Task A_replaced_key_is_cleared_when_the_last_request_that_used_it_has_ended()
    {
        _venue.Provider.Return(_first.ToCredentials());
        Task[] inProgress = [await StartAsync(1), await StartAsync(2)];

        _venue.Provider.Return(_second.ToCredentials());
        await _venue.RefreshAsync();
        Assert.False(_first.IsDisposed);

        _venue.Network.Resume();
        await Task.WhenAll(inProgress);
        Assert.True(_first.IsDisposed);
        Assert.False(_second.IsDisposed);
    }

    [Fact]
    public async Task A_replaced_key_that_no_request_uses_is_cleared_at_once()
    {
        _venue.Provider.Return(_first.ToCredentials());
        await _venue.CancelAsync();

        _venue.Provider.Return(_second.ToCredentials());
        await _venue.RefreshAsync();

        Assert.True(_first.IsDisposed);
    }

    [Fact]
    public async Task Credentials_are_kept_when_a_refresh_returns_the_same_ones()
    {
        _venue.Provider.Return(_first.ToCredentials());
        await _venue.CancelAsync();
        await _venue.RefreshAsync();
        await _venue.CancelAsync();
        Assert.False(_first.IsDisposed);
    }

    [Fact]
    public async Task A_signer_is_not_disposed_when_its_owner_disposes_it()
    {
        _venue.Provider.Return(_first.ToCredentials(disposeSigner: false));
        await _venue.CancelAsync();
        _venue.Provider.Return(_second.ToCredentials(disposeSigner: false));
        await _venue.RefreshAsync();
        _venue.Client.Dispose();

        Assert.False(_first.IsDisposed);
        Assert.False(_second.IsDisposed);
    }

    [Fact]
    public async Task The_key_of_a_disposed_client_is_cleared_when_its_last_request_has_ended()
    {
        _venue.Provider.Return(_first.ToCredentials());
        Task inProgress = await StartAsync(1);

        _venue.Client.Dispose();
        Assert.False(_first.IsDisposed);

        _venue.Network.Resume();
        await inProgress;
        Assert.True(_first.IsDisposed);
    }

    public void Dispose()
    {
        _venue.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    private async Task<Task> StartAsync(int arrival)
    {
        if (arrival == 1)
        {
            _venue.Network.Pause();
        }

        Task call = _venue.CancelAsync();
        while (_venue.Network.Arrived < arrival && !call.IsCompleted)
        {
            await Task.Yield();
        }

        return call;
    }
}

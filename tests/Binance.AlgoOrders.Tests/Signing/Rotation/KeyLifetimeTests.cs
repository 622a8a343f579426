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
        _venue.Provider.Give(_first.ToCredentials());
        Task[] underWay = [await StartAsync(1), await StartAsync(2)];

        _venue.Provider.Give(_second.ToCredentials());
        await _venue.RefreshAsync();
        Assert.False(_first.IsDisposed);

        _venue.Network.Release();
        await Task.WhenAll(underWay);
        Assert.True(_first.IsDisposed);
        Assert.False(_second.IsDisposed);
    }

    [Fact]
    public async Task A_replaced_key_that_nobody_uses_is_cleared_at_once()
    {
        _venue.Provider.Give(_first.ToCredentials());
        await _venue.CancelAsync();

        _venue.Provider.Give(_second.ToCredentials());
        await _venue.RefreshAsync();

        Assert.True(_first.IsDisposed);
    }

    [Fact]
    public async Task The_same_credentials_once_more_are_kept()
    {
        _venue.Provider.Give(_first.ToCredentials());
        await _venue.CancelAsync();
        await _venue.RefreshAsync();
        await _venue.CancelAsync();
        Assert.False(_first.IsDisposed);
    }

    [Fact]
    public async Task A_signer_that_was_not_handed_over_stays_its_owners()
    {
        _venue.Provider.Give(_first.ToCredentials(disposeSigner: false));
        await _venue.CancelAsync();
        _venue.Provider.Give(_second.ToCredentials(disposeSigner: false));
        await _venue.RefreshAsync();
        _venue.Client.Dispose();

        Assert.False(_first.IsDisposed);
        Assert.False(_second.IsDisposed);
    }

    [Fact]
    public async Task The_key_of_a_disposed_client_is_cleared_when_its_last_request_has_ended()
    {
        _venue.Provider.Give(_first.ToCredentials());
        Task underWay = await StartAsync(1);

        _venue.Client.Dispose();
        Assert.False(_first.IsDisposed);

        _venue.Network.Release();
        await underWay;
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
            _venue.Network.Hold();
        }

        Task call = _venue.CancelAsync();
        while (_venue.Network.Arrived < arrival && !call.IsCompleted)
        {
            await Task.Yield();
        }

        return call;
    }
}

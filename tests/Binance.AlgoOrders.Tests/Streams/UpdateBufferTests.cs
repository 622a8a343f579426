using Binance.AlgoOrders.Streams.Internal.Delivery;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Streams;

public sealed class UpdateBufferTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly UpdateBuffer _buffer;
    private int _merged;

    public UpdateBufferTests() => _buffer = new UpdateBuffer(capacity: 3, _ => true, () => _merged++, _time);

    [Fact]
    public async Task Updates_are_read_in_order_as_long_as_they_fit()
    {
        Receive((1, "NEW"), (2, "NEW"), (1, "CANCELED"));
        _buffer.Complete();

        Assert.Equal(["1 NEW", "2 NEW", "1 CANCELED"], await ReadAsync());
        Assert.Equal(0, _merged);
    }

    [Fact]
    public async Task Updates_of_one_order_are_merged_while_the_buffer_is_full()
    {
        Receive((1, "NEW"), (2, "NEW"), (1, "TRIGGERING"), (1, "TRIGGERED"), (1, "FINISHED"));
        _buffer.Complete();

        Assert.Equal(["1 NEW", "2 NEW", "1 FINISHED merged"], await ReadAsync());
        Assert.Equal(2, _merged);
    }

    [Fact]
    public async Task Room_for_another_order_is_made_by_merging_all()
    {
        Receive((1, "NEW"), (1, "TRIGGERING"), (1, "TRIGGERED"), (2, "NEW"));
        _buffer.Complete();

        Assert.Equal(["1 TRIGGERED merged", "2 NEW"], await ReadAsync());
    }

    [Fact]
    public async Task A_merged_update_changes_the_status_if_any_of_its_parts_did()
    {
        Receive((1, "NEW"), (2, "NEW"), (1, "FINISHED"));
        _buffer.Receive(Update(1, "FINISHED") with { ChangesStatus = false });
        _buffer.Complete();

        List<AlgoOrderUpdate> updates = [];
        await foreach (AlgoOrderUpdate update in _buffer.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            updates.Add(update);
        }

        Assert.Equal((true, true), (updates[^1].IsMerged, updates[^1].ChangesStatus));
    }

    [Fact]
    public async Task More_orders_than_fit_end_the_reading_after_those_that_fit()
    {
        Receive((1, "NEW"), (2, "NEW"), (3, "NEW"), (4, "NEW"), (1, "CANCELED"));

        List<string> read = [];
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(read));
        Assert.Equal(["1 NEW", "2 NEW", "3 NEW"], read);
        Assert.StartsWith("The reader must leave at most 3 orders", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_waits_continues_with_the_next_update()
    {
        Task<List<string>> reading = ReadAsync();
        Receive((1, "NEW"));
        _time.Advance(TimeSpan.Zero);
        Receive((1, "CANCELED"));
        _buffer.Complete();
        _time.Advance(TimeSpan.Zero);

        Assert.Equal(["1 NEW", "1 CANCELED"], await reading);
    }

    [Fact]
    public async Task A_canceled_reader_ends_at_once()
    {
        using var end = new CancellationTokenSource();
        IAsyncEnumerator<AlgoOrderUpdate> updates = _buffer.ReadAllAsync(end.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Task<bool> reading = updates.MoveNextAsync().AsTask();
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    public void Dispose() => _buffer.Dispose();

    private static AlgoOrderUpdate Update(long algoId, string status) => new()
    {
        Order = new AlgoOrder { AlgoId = algoId, Status = new WireValue<AlgoOrderStatus>(status) },
        ChangesStatus = true,
        Source = AlgoOrderUpdateSource.Pushed,
        ReceivedAt = default,
    };

    private void Receive(params (long AlgoId, string Status)[] updates)
    {
        foreach ((long algoId, string status) in updates)
        {
            _buffer.Receive(Update(algoId, status));
        }
    }

    private async Task<List<string>> ReadAsync(List<string>? read = null)
    {
        read ??= [];
        await foreach (AlgoOrderUpdate update in _buffer.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read.Add($"{update.Order.AlgoId} {update.Status}{(update.IsMerged ? " merged" : "")}");
        }

        return read;
    }
}

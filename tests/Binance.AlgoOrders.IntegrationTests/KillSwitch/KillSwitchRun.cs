using System.Diagnostics;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>A kill switch in this process, with its simulated exchange. It starts and stops as a host starts and stops it.</summary>
internal sealed class KillSwitchRun : IDisposable
{
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly AlgoOrderClient _client;
    private readonly KillSwitchService _service;

    /// <param name="substitute">The client to use, or null for a real one of the simulated exchange.</param>
    /// <param name="deadline">The time for canceling, or null for 20 seconds.</param>
    /// <param name="deadMan">The longest time between two lines on stdin, or null for any.</param>
    public KillSwitchRun(AlgoOrderClient? substitute = null, TimeSpan? deadline = null, TimeSpan? deadMan = null)
    {
        Settings = new KillSwitchSettings(["BTCUSDT", "ETHUSDT"], deadline ?? TimeSpan.FromSeconds(20), deadMan);
        Account = Exchange.AddAccount();
        var options = new AlgoOrderClientOptions
        {
            ApiKey = Account.ApiKey,
            SecretKey = Account.SecretKey,
            Timeout = Settings.Deadline,
            AttemptTimeout = TimeSpan.FromSeconds(1),
            VisibilityLag = TimeSpan.FromMilliseconds(50),
        };
        _client = substitute ?? AlgoOrderClient.Create(options, Exchange.CreateHandler());
        _service = new KillSwitchService(_client, Settings, new KillSwitchOutput(Lines, Lines), _lifetime);
    }

    public KillSwitchSettings Settings { get; }

    public SimulatedExchange Exchange { get; } = new();

    public SimulatedAccount Account { get; }

    public LineRecorder Lines { get; } = new();

    /// <summary>Gets the requests that arrived after the switch was armed.</summary>
    public IReadOnlyList<RecordedRequest> RequestsOfFiring => [.. Exchange.Requests.Skip(RequestsOfArming)];

    /// <summary>Gets the time from the signal to the end.</summary>
    public TimeSpan Duration { get; private set; }

    private int RequestsOfArming { get; set; }

    public Task StartAsync() => _service.StartAsync(TestContext.Current.CancellationToken);

    public async Task ArmAsync()
    {
        await StartAsync();
        await Lines.WaitForAsync("Armed");
        RequestsOfArming = Exchange.Requests.Count;
    }

    /// <summary>Stops the host, as any signal does.</summary>
    public async Task<int> SignalAsync()
    {
        long start = Stopwatch.GetTimestamp();
        _lifetime.StopApplication();
        await _service.StopAsync(TestContext.Current.CancellationToken);
        Duration = Stopwatch.GetElapsedTime(start);
        return _service.ExitCode;
    }

    /// <summary>Starts, and waits until the switch ends of its own accord.</summary>
    public async Task<int> RunToEndAsync()
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = _lifetime.ApplicationStopping.Register(stopping.SetResult);
        await StartAsync();
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return await SignalAsync();
    }

    public void Dispose()
    {
        _service.Dispose();
        _client.Dispose();
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>A real redis-server on a free loopback port, without persistence. A test is skipped if redis-server is not installed, except in CI.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly string[] _arguments;
    private readonly string _folder = Directory.CreateTempSubdirectory("redis-").FullName;
    private Process _process;

    private RedisServer(int port, string[] arguments)
    {
        Port = port;
        _arguments = arguments;
        _process = Launch();
    }

    public int Port { get; }

    private static bool IsRequired => Environment.GetEnvironmentVariable("REDIS_REQUIRED") == "true";

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <param name="arguments">Additional command-line options of redis-server.</param>
    public static async Task<RedisServer> StartAsync(params string[] arguments)
    {
        try
        {
            var server = new RedisServer(FreePort(), arguments);
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch (Win32Exception failure) when (failure is not SocketException && !IsRequired)
        {
            Assert.Skip("redis-server is not installed. Debian, Ubuntu: apt-get install redis-server.");
            throw;
        }
    }

    /// <summary>Kills the server, which loses all its data.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task RestartAsync()
    {
        _process = Launch();
        await WaitUntilReadyAsync();
    }

    /// <summary>Suspends the server. Its connections stay open.</summary>
    public Task PauseAsync() => SignalAsync("-STOP");

    public Task ResumeAsync() => SignalAsync("-CONT");

    public async Task FlushAsync() => await CommandAsync("FLUSHALL");

    public async Task<string[]> KeysAsync() => (string[])(await CommandAsync("KEYS", "*"))!;

    public async Task<RedisResult> CommandAsync(string command, params object[] arguments)
    {
        await using ConnectionMultiplexer connection = await ConnectAsync();
        return await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    public async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch()
    {
        string port = Port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            "redis-server", ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder, "--loglevel", "warning", .. _arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private async Task WaitUntilReadyAsync()
    {
        long startedAt = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && TimeProvider.System.GetElapsedTime(startedAt) < StartTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    private async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}

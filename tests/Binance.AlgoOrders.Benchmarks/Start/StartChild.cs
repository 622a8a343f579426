using System.Diagnostics;
using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Runs in a new process, which writes one line after its first cancel. Only <see cref="StartCommand"/> starts it.</summary>
internal static class StartChild
{
    public const string Mode = "start-child";

    /// <summary>Starts and cancels nothing, which measures the cost of a process.</summary>
    public const string Nothing = "nothing";
    public const string Floor = "floor";
    public const string Create = "create";
    public const string Container = "container";

    /// <summary>Writes the time of the first cancel, the median of the following ones, and the median of a few that each follow a pause.</summary>
    public const string Cold = "cold";

    /// <summary>Does the same after the product's warm-up.</summary>
    public const string Warmed = "warmed";

    /// <summary>Does the same after the product's warm-up and a pause.</summary>
    public const string WarmedAndIdle = "warmed-idle";

    private const int Pauses = 20;

    // Long enough for every thread of client and server to become idle.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var kind, var address, var certificateHash, var steadyCalls])
        {
            return 2;
        }

        var venue = new Venue(kind, new Uri(address), () => BareHandler.Trusting(certificateHash));
        switch (kind)
        {
            case Nothing:
                break;
            case Floor:
                await FirstAsync(Variants.Floor(venue));
                break;
            case Create:
                await FirstAsync(Variants.Create(venue));
                break;
            case Container:
                await FirstAsync(Variants.Container(venue));
                break;
            case Cold or Warmed or WarmedAndIdle:
                await SteadyAsync(venue, kind, int.Parse(steadyCalls, CultureInfo.InvariantCulture));
                return 0;
            default:
                return 2;
        }

        Console.WriteLine(kind);
        return 0;
    }

    private static async Task FirstAsync(Variant variant)
    {
        await variant.CallAsync();
        variant.Dispose();
    }

    private static async Task SteadyAsync(Venue venue, string kind, int calls)
    {
        using AlgoOrderClient client = ProductClient.Create(venue);
        var request = CancelAlgoOrderRequest.ByAlgoId(Account.AlgoId);

        // A call of a substitute compiles the measuring code, which must not count.
        using (var substitute = new SubstituteClient())
        {
            await TimeAsync(substitute, request);
        }

        if (kind != Cold)
        {
            await client.WarmUpAsync();
        }

        if (kind == WarmedAndIdle)
        {
            await Task.Delay(Pause);
        }

        double first = await TimeAsync(client, request);
        double[] steady = new double[calls];
        for (int call = 0; call < calls; call++)
        {
            steady[call] = await TimeAsync(client, request);
        }

        double[] idle = new double[Pauses];
        for (int pause = 0; pause < Pauses; pause++)
        {
            await Task.Delay(Pause);
            idle[pause] = await TimeAsync(client, request);
        }

        // The median of the second half, in which tiered compilation is complete.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {steady[(calls / 2)..].Median()} {idle.Median()}"));
    }

    private static async Task<double> TimeAsync(AlgoOrderClient client, CancelAlgoOrderRequest request)
    {
        long start = Stopwatch.GetTimestamp();
        await client.CancelAsync(request);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private sealed class SubstituteClient : AlgoOrderClient
    {
        public override async Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return new CancelAlgoOrderResult { AlgoId = Account.AlgoId, ClientAlgoId = "", Code = "200", Message = "" };
        }
    }
}

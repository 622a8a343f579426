using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures internal parts with BenchmarkDotNet.</summary>
internal static class PartsCommand
{
    public static Command Create()
    {
        var dry = new Option<bool>("--dry") { Description = "Runs every part once, without a measurement." };
        var command = new Command("parts", "Measures URL, signature, parsing and classification one by one.") { dry };
        command.SetAction(parsed => Run(parsed.GetValue(dry), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(bool isDry, TextWriter output)
    {
        string artifacts = Directory.CreateTempSubdirectory("parts-").FullName;
        try
        {
            IConfig config = ManualConfig.CreateEmpty()
                .AddJob((isDry ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance))
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithOptions(isDry ? ConfigOptions.DisableOptimizationsValidator : ConfigOptions.Default)
                .WithArtifactsPath(artifacts);
            Summary summary = BenchmarkRunner.Run<PartsBenchmarks>(config);

            var table = new AccumulationLogger();
            MarkdownExporter.Console.ExportToLog(summary, table);
            output.Write(table.GetLog());
            return summary.Reports.Length > 0 && summary.Reports.All(report => report.Success) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }
}

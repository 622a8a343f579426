using Binance.AlgoOrders.Samples;

namespace Binance.AlgoOrders.IntegrationTests.Simulator;

/// <summary>Tests the command line of the simulator.</summary>
public sealed class SimulatorOptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_of_faults_with_an_error_ends_the_simulator_before_it_listens() =>
        Assert.Equal(2, await SimulatorOptions.CreateCommand(SimulatorRun.RunAsync)
            .Parse(["--port", "0", "--faults", Write("faults.json", """[{"fault":"None"}]""")])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void A_file_that_does_not_exist_is_an_error_that_names_it()
    {
        string missing = Path.Combine(_folder.FullName, "missing.json");

        Assert.Equal($"--faults must be a file that exists, but was '{missing}'.", ErrorOf("--faults", missing));
    }

    private static string ErrorOf(params string[] arguments) =>
        Assert.Single(SimulatorOptions.CreateCommand(SimulatorRun.RunAsync).Parse(arguments).Errors).Message;

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}

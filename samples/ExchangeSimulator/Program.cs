using System.CommandLine;
using System.Globalization;
using Binance.AlgoOrders.Samples;

var port = new Option<int>("--port")
{
    Description = "The loopback port to listen on, or 0 for a free one.",
    DefaultValueFactory = _ => 8181,
};
port.Validators.Add(result =>
{
    if (result.Tokens is [var token]
        && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 0 and <= 65535))
    {
        result.AddError($"--port must be a number from 0 to 65535, but was '{token.Value}'.");
    }
});
var command = new RootCommand("A simulated Binance futures exchange for algo orders, over HTTP on loopback.") { port };
command.SetAction((parsed, stop) => SimulatorRun.RunAsync(parsed.GetValue(port), stop));

ParseResult arguments = command.Parse(args);
if (arguments.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

return await arguments.InvokeAsync();

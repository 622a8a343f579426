using Binance.AlgoOrders.Benchmarks;

// A child process stands for a user's program, so it must load only the measured code.
return args is [StartChild.Mode, .. var childArguments]
    ? await StartChild.RunAsync(childArguments)
    : await BenchmarkCommand.RunAsync(args, Console.Out, Console.Error);

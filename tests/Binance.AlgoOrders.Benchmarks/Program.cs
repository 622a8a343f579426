using Binance.AlgoOrders.Benchmarks;

// A child stands for somebody's program: it loads nothing but what it measures.
return args is [StartChild.Mode, .. var childArguments]
    ? await StartChild.RunAsync(childArguments)
    : await BenchmarkCommand.RunAsync(args, Console.Out, Console.Error);

using Binance.AlgoOrders.ModelCheck;

if (args is ["--broken"])
{
    return Report.WriteBroken();
}

if (args is ["--short"])
{
    return Report.Write(Bounds.Short);
}

if (args.Length > 0)
{
    await Console.Error.WriteLineAsync("The argument must be --short or --broken, or left out.");
    return 2;
}

return Report.Write(Bounds.Long);

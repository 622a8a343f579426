using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Starts a countdown, in milliseconds, after which the open orders of a symbol are canceled. Zero stops the one that is running.</summary>
internal static class CountdownCancelAll
{
    private const string Name = "countdownTime";

    private static readonly ErrorResponse InvalidTime = ErrorResponse.NotValid(Name);

    public static ProcessingResult Execute(EndpointCall call)
    {
        long milliseconds = call.Parameters.Number(Name) ?? 0;
        ErrorResponse? error = call.Symbols.Check(call.Parameters)
            ?? call.Parameters.RequireNumber(Name)
            ?? InvalidTime.When(milliseconds is < 0 or > int.MaxValue);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        string symbol = call.Parameters["symbol"]!;
        Start(call.Account.Countdowns, symbol, milliseconds);
        return new ProcessingResult(ResponseJson.Object(json =>
        {
            json.WriteString("symbol", symbol);
            json.WriteString(Name, milliseconds.ToString(CultureInfo.InvariantCulture));
        }));
    }

    private static void Start(CancelCountdowns countdowns, string symbol, long milliseconds)
    {
        if (milliseconds == 0)
        {
            countdowns.Stop(symbol);
        }
        else
        {
            countdowns.Start(symbol, TimeSpan.FromMilliseconds(milliseconds));
        }
    }
}

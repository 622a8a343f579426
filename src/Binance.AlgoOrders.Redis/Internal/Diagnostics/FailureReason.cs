using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Diagnostics;

/// <summary>Names the cause of a failure, in the words of its remedy. The texts contain nothing that Redis or a user has written.</summary>
internal static class FailureReason
{
    private const string RejectedUser = "Redis rejected the user or the password";
    private const string ForeignValue = "a key of the budget holds a value of another program (WRONGTYPE)";

    // A failed connection quotes the error of Redis that has ended it.
    private static readonly (string Code, string Reason)[] Codes =
    [
        ("NOPERM", "the Redis user has no permission for a command, a key or a channel (NOPERM)"),
        ("NOAUTH", RejectedUser),
        ("WRONGPASS", RejectedUser),
        ("WRONGTYPE", ForeignValue),
        ("FOREIGN", ForeignValue),
    ];

    public static string Of(Exception? failure) => failure switch
    {
        null => "Redis responds later than MaxDelay",
        _ when FindError(failure) is { } reason => reason,
        RedisConnectionException => "there is no connection to Redis",
        TimeoutException => "Redis did not respond in time",
        InvalidDataException => ForeignValue,
        RedisException => "Redis returned an error",
        _ => $"connecting to Redis failed ({failure.GetType().Name})",
    };

    /// <summary>Returns the reason if an error of Redis names it, or null.</summary>
    public static string? FindError(Exception failure)
    {
        if (failure is RedisException or RedisTimeoutException)
        {
            return Codes.FirstOrDefault(code => failure.Message.Contains(code.Code, StringComparison.Ordinal)).Reason;
        }

        return null;
    }
}

using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Diagnostics;

/// <summary>Names the cause of a failure in the words of its remedy. The texts contain nothing that Redis or a user has written.</summary>
internal static class FailureReason
{
    public static string Of(Exception? failure) => failure switch
    {
        null => "Redis responds later than MaxDelay",
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => "Redis rejected the user or the password",
        RedisConnectionException connection => $"there is no connection to Redis ({connection.FailureType})",
        RedisServerException server => OfServer(server.Message),
        TimeoutException => "Redis did not respond within 1 second",
        InvalidDataException => "a key of the budget holds a value of another program",
        RedisException => "the command could not be sent to Redis",
        _ => $"connecting to Redis failed ({failure.GetType().Name})",
    };

    private static string OfServer(string message)
    {
        if (message.Contains("NOPERM", StringComparison.Ordinal))
        {
            return "the Redis user has no permission for a command, a key or a channel (NOPERM)";
        }

        if (message.Contains("WRONGTYPE", StringComparison.Ordinal) || message.Contains("FOREIGN", StringComparison.Ordinal))
        {
            return "a key of the budget holds a value of another program (WRONGTYPE)";
        }

        if (message.Contains("NOAUTH", StringComparison.Ordinal) || message.Contains("WRONGPASS", StringComparison.Ordinal))
        {
            return "Redis rejected the user or the password";
        }

        return "Redis returned an error";
    }
}

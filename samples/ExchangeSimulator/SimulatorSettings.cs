using System.Net;

namespace Binance.AlgoOrders.Samples;

/// <summary>The settings of the command line.</summary>
internal sealed record SimulatorSettings
{
    /// <summary>Gets the address to listen on.</summary>
    public required IPAddress Listen { get; init; }

    /// <summary>Gets the port, or 0 for a free one.</summary>
    public required int Port { get; init; }

    /// <summary>Gets the API key of the account, or <see langword="null"/> for a random one.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets the secret key of the account.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Gets the file with the RSA or Ed25519 public key of the account, or <see langword="null"/> for an account with a secret key.</summary>
    public FileInfo? PublicKey { get; init; }

    /// <summary>Gets whether the account holds long and short positions side by side.</summary>
    public bool IsHedgeMode { get; init; }

    /// <summary>Gets the time by which the clock of the exchange is ahead.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Gets the request weight of a minute.</summary>
    public int WeightLimit { get; init; }

    /// <summary>Gets the time for which queries and cancels do not find a new order.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Gets the time for which an order that the price triggers is TRIGGERING.</summary>
    public TimeSpan Triggering { get; init; }

    /// <summary>Gets the contracts whose prices move at random every second.</summary>
    public IReadOnlyList<string> Walks { get; init; } = [];

    /// <summary>Gets the file with the faults to arm, or <see langword="null"/> for none.</summary>
    public FileInfo? Faults { get; init; }
}

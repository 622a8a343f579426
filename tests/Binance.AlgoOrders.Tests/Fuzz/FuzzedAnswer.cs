using System.Text;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>A request and what was answered to it.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Operation">The last part of its path.</param>
/// <param name="Query">Its parameters.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Body">Its body, as far as it came.</param>
/// <param name="IsBroken">Whether the connection broke inside the body.</param>
internal sealed record FuzzedAnswer(HttpMethod Method, string Operation, string Query, int Status, byte[] Body, bool IsBroken)
{
    public bool ChangesSomething => Method != HttpMethod.Get;

    public bool IsSuccess => Status is >= 200 and < 300 && !IsBroken;

    /// <summary>A parameter of the request; null: it had none.</summary>
    public string? Parameter(string name) => Query
        .Split('&')
        .Where(parameter => parameter.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(parameter => Uri.UnescapeDataString(parameter[(name.Length + 1)..]))
        .FirstOrDefault();

    public override string ToString() =>
        $"{Method} {Operation}: {Status}{(IsBroken ? " (broken)" : "")} {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 400)))}";
}

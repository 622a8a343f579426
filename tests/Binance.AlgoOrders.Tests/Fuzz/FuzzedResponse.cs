using System.Text;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>A request and its random response.</summary>
/// <param name="Method">The method of the request.</param>
/// <param name="Operation">The last part of the path.</param>
/// <param name="Query">The query string.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Body">The body, as far as it arrived.</param>
/// <param name="IsBroken">True if the connection broke inside the body.</param>
internal sealed record FuzzedResponse(HttpMethod Method, string Operation, string Query, int Status, byte[] Body, bool IsBroken)
{
    public bool ChangesSomething => Method != HttpMethod.Get;

    public bool IsSuccess => Status is >= 200 and < 300 && !IsBroken;

    /// <summary>Returns a parameter of the request, or null.</summary>
    public string? Parameter(string name) => Query
        .Split('&')
        .Where(parameter => parameter.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(parameter => Uri.UnescapeDataString(parameter[(name.Length + 1)..]))
        .FirstOrDefault();

    public override string ToString() =>
        $"{Method} {Operation}: {Status}{(IsBroken ? " (broken)" : "")} {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 400)))}";
}

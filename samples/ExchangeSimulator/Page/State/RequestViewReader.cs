using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// Converts a recorded request for the page. It shows a signature only if the exchange rejected it, so that a client with real keys that is
/// connected by mistake puts no usable request on the screen.
/// </summary>
internal sealed partial class RequestViewReader(SimulatedAccount account)
{
    public RequestView Read(RecordedRequest record)
    {
        string[] parts = [record.Query, record.Body];
        string parameters = string.Join(" + ", parts.Where(part => part.Length > 0).Select(part => Signature().Replace(part, "signature=…")));
        return new RequestView(
            record.Index + 1,
            record.ReceivedAt,
            record.Method,
            record.Path,
            parameters,
            record.StatusCode,
            record.ErrorCode,
            ReasonOf(record),
            record.Fault,
            record.Order?.AlgoId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            record.SignedText is { } signed ? CompareSignatures(signed, parts) : null);
    }

    // A rejected signature has a comparison instead of a reason.
    private static string? ReasonOf(RecordedRequest record) => record.SignedText is null ? record.Reason : null;

    private RejectedSignature CompareSignatures(string signedText, string[] parts)
    {
        string received = parts.Select(part => Signature().Match(part)).Last(match => match.Success).Groups["value"].Value;
        return new RejectedSignature(signedText, received, account.SecretKey.Length == 0 ? null : ShellCommands.Sign(signedText, account.SecretKey));
    }

    [GeneratedRegex("(?<![^&])signature=(?<value>[^&]*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();
}

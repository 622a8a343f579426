using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// Makes a request of the journal fit to be looked at. A signature is shown only where the exchange refused it, so that who points a client with
/// real keys here by mistake finds no usable request on the screen.
/// </summary>
internal sealed partial class RequestReader(SimulatedAccount account)
{
    public RequestView Read(int number, SimulatedExchangeRecord record)
    {
        string[] parts = [record.Query, record.Body];
        string parameters = string.Join(" + ", parts.Where(part => part.Length > 0).Select(part => Signature().Replace(part, "signature=…")));
        return new RequestView(
            number,
            record.ReceivedAt,
            record.Method,
            record.Path,
            parameters,
            record.StatusCode,
            record.ErrorCode,
            record.SignedText is null ? record.Reason : null,
            record.Fault,
            record.Order?.AlgoId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            record.SignedText is { } signed ? Compare(signed, parts) : null);
    }

    private RefusedSignature Compare(string signedText, string[] parts)
    {
        string received = parts.Select(part => Signature().Match(part)).Last(match => match.Success).Groups["value"].Value;
        return new RefusedSignature(signedText, received, account.SecretKey.Length == 0 ? null : ShellLines.Sign(signedText, account.SecretKey));
    }

    [GeneratedRegex("(?<![^&])signature=(?<value>[^&]*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();
}

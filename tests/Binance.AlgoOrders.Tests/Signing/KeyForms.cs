using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Binance.AlgoOrders.Tests.Signing;

/// <summary>The forms in which environment variables, YAML files and secret stores hold a PEM.</summary>
internal static class KeyForms
{
    public static TheoryData<string> Names => [.. Forms.Keys];

    private static Dictionary<string, Func<string, string>> Forms { get; } = new(StringComparer.Ordinal)
    {
        ["literal \\n"] = static pem => pem.ReplaceLineEndings("\\n"),
        ["literal \\r\\n"] = static pem => pem.ReplaceLineEndings("\\r\\n"),
        ["literal \\\\n"] = static pem => pem.ReplaceLineEndings("\\\\n"),
        ["double quotes"] = static pem => $"\"{pem}\"",
        ["single quotes and literal \\n"] = static pem => $"'{pem.ReplaceLineEndings("\\n")}'\n",
        ["quotes of each line"] = static pem => string.Join("\n", pem.ReplaceLineEndings("\n").Split('\n').Select(line => $"\"{line}\\n\"")),
        ["byte order mark"] = static pem => "\uFEFF" + pem,
        ["byte order mark and quotes"] = static pem => $"\uFEFF\"{pem}\"",
        ["byte order mark in quotes"] = static pem => $"\"\uFEFF{pem}\"",
        ["escaped slashes"] = static pem => pem.Replace("/", "\\/", StringComparison.Ordinal),
        ["bare Base64"] = Base64Of,
        ["bare Base64 in lines"] = static pem => string.Join("\r\n", Base64Of(pem).Chunk(64).Select(line => new string(line))),
        ["bare Base64 in quotes"] = static pem => $"\"{Base64Of(pem)}\"\n",
    };

    public static string Write(string form, string pem) => Forms[form](pem);

    /// <summary>Returns the key in version 2 of PKCS#8, with attributes and the public key if they are given.</summary>
    public static string ToVersion2(string pem, byte[]? publicKey, bool hasAttributes = false)
    {
        AsnReader info = new AsnReader(Convert.FromBase64String(Base64Of(pem)), AsnEncodingRules.DER).ReadSequence();
        info.ReadInteger();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteEncodedValue(info.ReadEncodedValue().Span);
            writer.WriteEncodedValue(info.ReadEncodedValue().Span);
            if (hasAttributes)
            {
                using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                }
            }

            if (publicKey is not null)
            {
                writer.WriteBitString(publicKey, unusedBitCount: 0, new Asn1Tag(TagClass.ContextSpecific, 1));
            }
        }

        return PemEncoding.WriteString("PRIVATE KEY", writer.Encode());
    }

    public static string Base64Of(string pem) => string.Concat(pem.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('-')));
}

using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Binance.AlgoOrders;

/// <summary>
/// Holds a PEM as the readers of keys expect it, and zeroes it when it is disposed. Environment variables, YAML files and secret stores add quotes, a byte
/// order mark or <c>\n</c> in place of line ends, or keep only the Base64. The Ed25519 package compiles this file too.
/// </summary>
internal sealed class PrivateKeyText : IDisposable
{
    private const string Label = "PRIVATE KEY";
    private const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";

    private char[] _text;
    private int _length;

    private PrivateKeyText(char[] text, int length) => (_text, _length) = (text, length);

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public static PrivateKeyText Read(ReadOnlySpan<char> pem)
    {
        char[] text = new char[pem.Length];
        var read = new PrivateKeyText(text, Clean(pem, text));
        if (read.Text.IndexOf("-----BEGIN", StringComparison.Ordinal) < 0)
        {
            read.AddLabel();
        }

        read.ReduceToVersion1();
        return read;
    }

    /// <summary>Returns the algorithm of an encrypted key that the framework does not support, or null if it supports all of them.</summary>
    public string? FindUnsupportedEncryption()
    {
        if (!PemEncoding.TryFind(Text, out PemFields fields))
        {
            return null;
        }

        byte[] block = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(Text[fields.Base64Data], block, out _) ? PrivateKeyEncryption.FindUnsupported(block) : null;
    }

    public void Dispose() => Array.Clear(_text);

    // None of the characters that are left out is part of a PEM.
    private static int Clean(ReadOnlySpan<char> pem, Span<char> text)
    {
        int length = 0;
        bool isEscaped = false;
        foreach (char character in pem)
        {
            bool wasEscaped = isEscaped;
            isEscaped = character == '\\';
            switch (character)
            {
                case '\\' or '"' or '\'' or '\uFEFF':
                    break;
                case 'n' or 'r' when wasEscaped:
                    text[length++] = '\n';
                    break;
                default:
                    text[length++] = character;
                    break;
            }
        }

        return length;
    }

    private void AddLabel()
    {
        byte[] key = new byte[(_length / 4 * 3) + 3];
        if (Convert.TryFromBase64Chars(Text, key, out int length) && LabelOf(key.AsMemory(0, length)) is { } label)
        {
            Replace(PemEncoding.Write(label, key.AsSpan(0, length)));
        }

        CryptographicOperations.ZeroMemory(key);
    }

    // A private key begins with its version. An encrypted one is an algorithm and an octet string. A public key is an algorithm and a bit string.
    private static string? LabelOf(ReadOnlyMemory<byte> key)
    {
        try
        {
            AsnReader info = new AsnReader(key, AsnEncodingRules.BER).ReadSequence();
            if (info.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            {
                return Label;
            }

            info.ReadSequence();
            return info.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) ? EncryptedLabel : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // Version 2 of PKCS#8 (RFC 5958) adds the public key, and the framework reads only version 1.
    private void ReduceToVersion1()
    {
        if (!PemEncoding.TryFind(Text, out PemFields fields) || !Text[fields.Label].SequenceEqual(Label))
        {
            return;
        }

        byte[] key = new byte[fields.DecodedDataLength];
        var reduced = new AsnWriter(AsnEncodingRules.DER, key.Length);
        if (Convert.TryFromBase64Chars(Text[fields.Base64Data], key, out _) && TryReduce(key, reduced))
        {
            byte[] version1 = reduced.Encode();
            Replace(PemEncoding.Write(Label, version1));
            CryptographicOperations.ZeroMemory(version1);
        }

        reduced.Reset();
        CryptographicOperations.ZeroMemory(key);
    }

    private static bool TryReduce(byte[] key, AsnWriter reduced)
    {
        try
        {
            AsnReader info = new AsnReader(key, AsnEncodingRules.BER).ReadSequence();
            if (info.ReadInteger() != 1)
            {
                return false;
            }

            using (reduced.PushSequence())
            {
                reduced.WriteInteger(0);
                reduced.WriteEncodedValue(info.ReadEncodedValue().Span);
                reduced.WriteEncodedValue(info.ReadEncodedValue().Span);
            }

            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private void Replace(char[] text)
    {
        Array.Clear(_text);
        (_text, _length) = (text, text.Length);
    }
}

using System.Security.Cryptography;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Which key a client signs with: exactly one of SecretKey, PrivateKeyPem and Signer. No text of it shows a key.</summary>
internal static class KeyRules
{
    private const string ExactlyOne = "exactly one of SecretKey (HMAC), PrivateKeyPem (RSA, Ed25519) and Signer is to be set.";

    public static IRequestSigner CreateSigner(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories) =>
        options.Signer
        ?? (string.IsNullOrEmpty(options.PrivateKeyPem)
            ? new HmacSha256Signer(options.SecretKey)
            : TryCreate(options, factories, out string failure) ?? throw new InvalidOperationException(failure));

    public static IEnumerable<string> Failures(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories)
    {
        if (!IsKey(options.ApiKey))
        {
            yield return "ApiKey is missing, or carries white space or characters other than visible ASCII.";
        }

        string[] given = [.. KeysOf(options)];
        if (given.Length != 1)
        {
            yield return given.Length == 0 ? $"No key to sign with: {ExactlyOne}" : $"{string.Join(" and ", given)} are set: {ExactlyOne}";
        }
        else if (given[0] == nameof(options.SecretKey) && !IsKey(options.SecretKey))
        {
            yield return "SecretKey carries white space or characters other than visible ASCII.";
        }
        else if (given[0] == nameof(options.PrivateKeyPem) && FailureOf(options, factories) is { Length: > 0 } failure)
        {
            yield return failure;
        }

        if (!string.IsNullOrEmpty(options.PrivateKeyPassword) && string.IsNullOrEmpty(options.PrivateKeyPem))
        {
            yield return "PrivateKeyPassword is set, but no PrivateKeyPem that it could open.";
        }
    }

    private static IEnumerable<string> KeysOf(AlgoOrderClientOptions options)
    {
        if (!string.IsNullOrEmpty(options.SecretKey))
        {
            yield return nameof(options.SecretKey);
        }

        if (!string.IsNullOrEmpty(options.PrivateKeyPem))
        {
            yield return nameof(options.PrivateKeyPem);
        }

        if (options.Signer is not null)
        {
            yield return nameof(options.Signer);
        }
    }

    private static bool IsKey(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and < '\x7f');

    private static string FailureOf(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories)
    {
        (TryCreate(options, factories, out string failure) as IDisposable)?.Dispose();
        return failure;
    }

    private static IRequestSigner? TryCreate(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories, out string failure)
    {
        if (RsaSigner.TryCreate(options.PrivateKeyPem, options.PrivateKeyPassword, out string notRsa) is { } rsa)
        {
            failure = "";
            return rsa;
        }

        failure = $"PrivateKeyPem {notRsa}";
        try
        {
            IRequestSigner? signer = factories
                .Select(factory => factory.Create(options.PrivateKeyPem, options.PrivateKeyPassword))
                .FirstOrDefault(made => made is not null);
            failure = signer is null ? failure : "";
            return signer;
        }
        catch (CryptographicException unusable)
        {
            failure = $"PrivateKeyPem cannot be used. {unusable.Message}";
            return null;
        }
    }
}

using System.Security.Cryptography;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Which key a client signs with: exactly one of SecretKey, PrivateKeyPem and Signer, or what a provider brings. No text of it shows a key.</summary>
internal static class KeyRules
{
    private const string ExactlyOne = "exactly one of SecretKey (HMAC), PrivateKeyPem (RSA, Ed25519) and Signer is to be set, or a CredentialsProvider in place of all keys.";
    private const string NotKeyText = "carries white space or characters other than visible ASCII.";

    /// <summary>Those of valid options without a provider.</summary>
    public static ApiCredentials CredentialsOf(AlgoOrderClientOptions options) =>
        options.Signer is { } signer ? ApiCredentials.FromSigner(options.ApiKey, signer)
        : string.IsNullOrEmpty(options.PrivateKeyPem) ? ApiCredentials.FromSecretKey(options.ApiKey, options.SecretKey)
        : ApiCredentials.FromPrivateKeyPem(options.ApiKey, options.PrivateKeyPem, options.PrivateKeyPassword);

    public static IRequestSigner CreateSigner(ApiCredentials credentials, IEnumerable<IPrivateKeySignerFactory> factories) =>
        credentials.Signer
        ?? (credentials.PrivateKeyPem is not { } pem
            ? new HmacSha256Signer(credentials.SecretKey!)
            : TryCreate(pem, credentials.PrivateKeyPassword, factories, out string failure) ?? throw new InvalidOperationException(failure));

    public static IEnumerable<string> Failures(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories) =>
        options.CredentialsProvider is null ? FailuresOfKeys(options, factories) : FailuresBesideProvider(options);

    private static IEnumerable<string> FailuresBesideProvider(AlgoOrderClientOptions options)
    {
        string[] given =
        [
            .. string.IsNullOrEmpty(options.ApiKey) ? [] : new[] { nameof(options.ApiKey) },
            .. KeysOf(options),
            .. string.IsNullOrEmpty(options.PrivateKeyPassword) ? [] : new[] { nameof(options.PrivateKeyPassword) },
        ];
        if (given.Length > 0)
        {
            yield return $"CredentialsProvider is set, and so {(given.Length == 1 ? "is" : "are")} {string.Join(" and ", given)}: a provider brings all of the key.";
        }
    }

    private static IEnumerable<string> FailuresOfKeys(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories)
    {
        if (!KeyText.IsKey(options.ApiKey))
        {
            yield return string.IsNullOrEmpty(options.ApiKey) ? "ApiKey is missing." : $"ApiKey {NotKeyText}";
        }

        string[] given = [.. KeysOf(options)];
        if (given.Length != 1)
        {
            yield return given.Length == 0 ? $"No key to sign with: {ExactlyOne}" : $"{string.Join(" and ", given)} are set: {ExactlyOne}";
        }
        else if (given[0] == nameof(options.SecretKey) && !KeyText.IsKey(options.SecretKey))
        {
            yield return $"SecretKey {NotKeyText}";
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

    private static string FailureOf(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories)
    {
        (TryCreate(options.PrivateKeyPem, options.PrivateKeyPassword, factories, out string failure) as IDisposable)?.Dispose();
        return failure;
    }

    private static IRequestSigner? TryCreate(string pem, string? password, IEnumerable<IPrivateKeySignerFactory> factories, out string failure)
    {
        if (RsaSigner.TryCreate(pem, password, out string notRsa) is { } rsa)
        {
            failure = "";
            return rsa;
        }

        failure = $"PrivateKeyPem {notRsa}";
        try
        {
            IRequestSigner? signer = factories
                .Select(factory => factory.Create(pem, password))
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

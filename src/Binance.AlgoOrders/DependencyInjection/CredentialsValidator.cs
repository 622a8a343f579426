using System.Security.Cryptography;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Validates the credentials of a client: exactly one of SecretKey, PrivateKeyPem and Signer, or a provider. No message shows a key.</summary>
internal static class CredentialsValidator
{
    private const string ExactlyOne = "Set exactly one of SecretKey (HMAC), PrivateKeyPem (RSA, Ed25519) and Signer, or a CredentialsProvider in place of all keys.";
    private const string NotKeyText = "must consist of visible ASCII characters without white space, but did not.";

    /// <summary>Returns the credentials of valid options without a provider.</summary>
    public static ApiCredentials GetCredentials(AlgoOrderClientOptions options) =>
        options switch
        {
            { Signer: { } signer } => ApiCredentials.FromSigner(options.ApiKey, signer),
            { PrivateKeyPem: { Length: > 0 } pem } => ApiCredentials.FromPrivateKeyPem(options.ApiKey, pem, options.PrivateKeyPassword),
            _ => ApiCredentials.FromSecretKey(options.ApiKey, options.SecretKey),
        };

    public static IRequestSigner CreateSigner(ApiCredentials credentials, IEnumerable<IPrivateKeySignerFactory> factories) => credentials switch
    {
        { Signer: { } signer } => signer,
        { PrivateKeyPem: { } pem } => TryCreate(pem, credentials.PrivateKeyPassword, factories, out string failure) ?? throw new InvalidOperationException(failure),
        _ => new HmacSha256Signer(credentials.SecretKey!),
    };

    public static IEnumerable<string> Validate(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories) =>
        options.CredentialsProvider is null ? FailuresOfKeys(options, factories) : FailuresBesideProvider(options);

    private static IEnumerable<string> FailuresBesideProvider(AlgoOrderClientOptions options)
    {
        string[] given =
        [
            .. NameIfSet(nameof(options.ApiKey), options.ApiKey),
            .. KeysOf(options),
            .. NameIfSet(nameof(options.PrivateKeyPassword), options.PrivateKeyPassword),
        ];
        if (given.Length > 0)
        {
            yield return $"CredentialsProvider must be the only source of the key, but was set together with {string.Join(" and ", given)}.";
        }
    }

    private static IEnumerable<string> FailuresOfKeys(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> factories)
    {
        if (!ApiKeyFormat.IsKey(options.ApiKey))
        {
            yield return string.IsNullOrEmpty(options.ApiKey) ? "ApiKey must be set, but was empty." : $"ApiKey {NotKeyText}";
        }

        string[] given = [.. KeysOf(options)];
        switch (given)
        {
            case []:
                yield return $"A key to sign with must be set, but none was. {ExactlyOne}";
                break;
            case [nameof(options.SecretKey)] when !ApiKeyFormat.IsKey(options.SecretKey):
                yield return $"SecretKey {NotKeyText}";
                break;
            case [nameof(options.PrivateKeyPem)] when FailureOf(options, factories) is { Length: > 0 } failure:
                yield return failure;
                break;
            case [_, _, ..]:
                yield return $"One key must be set, but {string.Join(" and ", given)} were. {ExactlyOne}";
                break;
        }

        if (!string.IsNullOrEmpty(options.PrivateKeyPassword) && string.IsNullOrEmpty(options.PrivateKeyPem))
        {
            yield return "PrivateKeyPassword must be empty without a PrivateKeyPem, but was set.";
        }
    }

    private static IEnumerable<string> KeysOf(AlgoOrderClientOptions options) =>
    [
        .. NameIfSet(nameof(options.SecretKey), options.SecretKey),
        .. NameIfSet(nameof(options.PrivateKeyPem), options.PrivateKeyPem),
        .. NameIfSet(nameof(options.Signer), options.Signer),
    ];

    private static IEnumerable<string> NameIfSet(string name, object? value)
    {
        if (value is not (null or ""))
        {
            yield return name;
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
            if (signer is not null)
            {
                failure = "";
            }

            return signer;
        }
        catch (CryptographicException unusable)
        {
            failure = $"PrivateKeyPem cannot be used. {unusable.Message}";
            return null;
        }
    }
}

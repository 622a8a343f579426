using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Security;
using System.Reflection;
using System.Text;
using Binance.AlgoOrders.Internal.Http;

namespace Binance.AlgoOrders.Tests.Internal.Http;

/// <summary>Tests by reflection that no setting is left out, also none that a new version of the framework adds.</summary>
public sealed class SocketsHandlerSettingsTests
{
    private static readonly PropertyInfo[] Settings =
        [.. typeof(SocketsHttpHandler).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true })];

    public static TheoryData<string> Names => [.. Settings.Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void CopySettings_copies_every_setting(string name)
    {
        PropertyInfo setting = Settings.Single(property => property.Name == name);
        using var original = new SocketsHttpHandler();
        object value = GetOtherValue(setting, setting.GetValue(original));
        setting.SetValue(original, value);

        using SocketsHttpHandler copy = original.CopySettings();

        Assert.Equal(value, setting.GetValue(copy));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void CopySettings_keeps_every_default(string name)
    {
        PropertyInfo setting = Settings.Single(property => property.Name == name);
        using var original = new SocketsHttpHandler();

        using SocketsHttpHandler copy = original.CopySettings();

        Assert.Equal(setting.GetValue(original), setting.GetValue(copy));
    }

    // A setting of a type that is not listed fails, so that a value is added here.
    private static object GetOtherValue(PropertyInfo setting, object? value) => value switch
    {
        bool flag => !flag,
        int.MaxValue => 77,
        int number => number + 1,
        TimeSpan time => time + TimeSpan.FromSeconds(77),
        _ => CreateValue(setting.PropertyType),
    };

    private static object CreateValue(Type type) => type switch
    {
        _ when type == typeof(CookieContainer) => new CookieContainer(),
        _ when type == typeof(DecompressionMethods) => DecompressionMethods.Brotli,
        _ when type == typeof(HttpKeepAlivePingPolicy) => HttpKeepAlivePingPolicy.WithActiveRequests,
        _ when type == typeof(ICredentials) => new NetworkCredential("user", "made-up-password"),
        _ when type == typeof(IWebProxy) => new WebProxy("http://127.0.0.1:1"),
        _ when type == typeof(SslClientAuthenticationOptions) => new SslClientAuthenticationOptions(),
        _ when type == typeof(DistributedContextPropagator) => DistributedContextPropagator.CreateNoOutputPropagator(),
        _ when type == typeof(IMeterFactory) => new MeterFactory(),
        _ when type == typeof(HeaderEncodingSelector<HttpRequestMessage>) => new HeaderEncodingSelector<HttpRequestMessage>((_, _) => Encoding.UTF8),
        _ when type == typeof(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>) =>
            new Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>((_, _) => ValueTask.FromResult(Stream.Null)),
        _ when type == typeof(Func<SocketsHttpPlaintextStreamFilterContext, CancellationToken, ValueTask<Stream>>) =>
            new Func<SocketsHttpPlaintextStreamFilterContext, CancellationToken, ValueTask<Stream>>((_, _) => ValueTask.FromResult(Stream.Null)),
        _ => throw new NotSupportedException($"A setting must have a known type, but was {type}. Add a value here."),
    };

    private sealed class MeterFactory : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
            // It keeps no meter.
        }
    }
}

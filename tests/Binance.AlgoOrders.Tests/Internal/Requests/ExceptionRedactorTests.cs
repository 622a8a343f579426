using System.Net;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Requests;

public class ExceptionRedactorTests
{
    private const string MessageWithSecret = $"Invalid header: {GoldenExchange.SecretKey}";

    [Fact]
    public void An_exception_without_a_secret_is_returned_unchanged()
    {
        var failure = new HttpRequestException("lost", new IOException("reset"));
        Assert.Same(failure, ExceptionRedactor.Redact(failure));
    }

    [Fact]
    public void An_inner_exception_with_a_secret_is_removed()
    {
        Exception redacted = ExceptionRedactor.Redact(new HttpRequestException("lost", new IOException("reset", new FormatException(MessageWithSecret))));

        Assert.Equal("lost", redacted.Message);
        Assert.Null(redacted.InnerException);
    }

    [Fact]
    public void An_HttpRequestException_keeps_its_error_and_its_status()
    {
        var failure = new HttpRequestException(HttpRequestError.InvalidResponse, MessageWithSecret, inner: null, HttpStatusCode.BadGateway);

        var redacted = Assert.IsType<HttpRequestException>(ExceptionRedactor.Redact(failure));

        Assert.Equal((HttpRequestError.InvalidResponse, HttpStatusCode.BadGateway), (redacted.HttpRequestError, redacted.StatusCode));
        Assert.Equal("Invalid header: ***", redacted.Message);
    }

    [Fact]
    public void An_OperationCanceledException_keeps_its_token()
    {
        using var source = new CancellationTokenSource();
        var redacted = Assert.IsType<OperationCanceledException>(ExceptionRedactor.Redact(new TaskCanceledException(MessageWithSecret, null, source.Token)));
        Assert.Equal(source.Token, redacted.CancellationToken);
    }

    [Theory]
    [InlineData("The tunnel to 'http://user:made-up@proxy:3128/' failed with '407'.", "The tunnel to 'http://***@proxy:3128/' failed with '407'.")]
    [InlineData("http://user:p@ssword@proxy/ or socks5://token@proxy", "http://***@proxy/ or socks5://***@proxy")]
    [InlineData("Received an invalid header: 'Proxy-Authorization: Basic dXNlcjpwYXNz'", "Received an invalid header: 'Proxy-Authorization:***")]
    [InlineData("got authorization: Digest username=a, response=b\nnext", "got authorization:*** next")]
    [InlineData("Invalid line: Basic dXNlcjpwYXNzd29yZA==", "Invalid line: Basic ***")]
    public void Credentials_of_a_proxy_are_removed(string message, string redacted) =>
        Assert.Equal(redacted, ExceptionRedactor.Redact(new HttpRequestException(message)).Message);

    [Theory]
    [InlineData("The proxy 'http://proxy:3128/' asks for Basic authentication of me@example.com.")]
    [InlineData("https://fapi.binance.com/path?q=a@b")]
    public void A_text_without_credentials_is_unchanged(string message)
    {
        var failure = new HttpRequestException(message);
        Assert.Same(failure, ExceptionRedactor.Redact(failure));
    }

    [Fact]
    public void Any_other_exception_becomes_an_IOException()
    {
        var redacted = Assert.IsType<IOException>(ExceptionRedactor.Redact(new FormatException(MessageWithSecret)));
        Assert.Equal("Invalid header: ***", redacted.Message);
    }
}

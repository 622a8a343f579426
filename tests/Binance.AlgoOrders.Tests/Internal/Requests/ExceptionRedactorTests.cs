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

    [Fact]
    public void Any_other_exception_becomes_an_IOException()
    {
        var redacted = Assert.IsType<IOException>(ExceptionRedactor.Redact(new FormatException(MessageWithSecret)));
        Assert.Equal("Invalid header: ***", redacted.Message);
    }
}

using System.Net;
using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class QuotingFailureTests
{
    private const string Quote = $"Invalid header: {GoldenExchange.SecretKey}";

    [Fact]
    public void A_failure_that_quotes_no_secret_is_passed_on_as_it_is()
    {
        var failure = new HttpRequestException("lost", new IOException("reset"));
        Assert.Same(failure, QuotingFailure.WithoutSecrets(failure));
    }

    [Fact]
    public void A_cause_that_quotes_a_secret_is_left_out()
    {
        Exception clean = QuotingFailure.WithoutSecrets(new HttpRequestException("lost", new IOException("reset", new FormatException(Quote))));

        Assert.Equal("lost", clean.Message);
        Assert.Null(clean.InnerException);
    }

    [Fact]
    public void A_failed_request_keeps_what_its_kind_of_failure_was()
    {
        var failure = new HttpRequestException(HttpRequestError.InvalidResponse, Quote, inner: null, HttpStatusCode.BadGateway);

        var clean = Assert.IsType<HttpRequestException>(QuotingFailure.WithoutSecrets(failure));

        Assert.Equal((HttpRequestError.InvalidResponse, HttpStatusCode.BadGateway), (clean.HttpRequestError, clean.StatusCode));
        Assert.Equal("Invalid header: ***", clean.Message);
    }

    [Fact]
    public void A_cancellation_keeps_its_token()
    {
        using var source = new CancellationTokenSource();
        var clean = Assert.IsType<OperationCanceledException>(QuotingFailure.WithoutSecrets(new TaskCanceledException(Quote, null, source.Token)));
        Assert.Equal(source.Token, clean.CancellationToken);
    }

    [Fact]
    public void Anything_else_becomes_a_failure_of_the_connection()
    {
        var clean = Assert.IsType<IOException>(QuotingFailure.WithoutSecrets(new FormatException(Quote)));
        Assert.Equal("Invalid header: ***", clean.Message);
    }
}

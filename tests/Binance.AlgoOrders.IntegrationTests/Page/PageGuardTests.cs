using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests requests of other sites in the same browser, and host names that resolve to this machine.</summary>
public class PageGuardTests
{
    private const string Faults = "/simulator/faults";
    private const string Arm = """{"fault":"ExecuteThenDrop"}""";

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/simulator/page.css", "text/css")]
    [InlineData("/simulator/page.js", "text/javascript")]
    [InlineData("/simulator/icon.svg", "image/svg+xml")]
    [InlineData("/simulator/state", "application/json")]
    public async Task Every_file_has_a_content_security_policy_for_its_own_origin(string path, string contentType)
    {
        await using var venue = await PageVenue.OpenAsync();

        using HttpResponseMessage response = await venue.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    public async Task Another_site_can_neither_send_commands_nor_read(string header, string value)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await venue.CommandAsync(Faults, Arm, headers: (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await venue.CommandAsync(Faults, "", "DELETE", headers: (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await venue.CommandAsync("/simulator/state", "", "GET", headers: (header, value)));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Fact]
    public async Task The_page_can_send_commands_and_be_opened_by_a_link_of_another_site()
    {
        await using var venue = await PageVenue.OpenAsync();
        string origin = venue.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(Faults, Arm, headers: [("Sec-Fetch-Site", "same-origin"), ("Origin", origin)]));
        Assert.Equal(HttpStatusCode.OK, await venue.CommandAsync("/", "", "GET", headers: ("Sec-Fetch-Site", "cross-site")));
    }

    [Theory]
    [InlineData("elsewhere.example", 421)]
    [InlineData("127.0.0.1.elsewhere.example", 421)]
    [InlineData("192.0.2.1", 421)]
    [InlineData("localhost", 200)]
    [InlineData("[::1]:8181", 200)]
    public async Task Only_a_loopback_host_is_accepted(string host, int status)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(status, (int)await venue.CommandAsync("/simulator/state", "", "GET", headers: ("Host", host)));
        Assert.Equal(status, (int)await venue.CommandAsync("/", "", "GET", headers: ("Host", host)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_content_type_of_a_form_is_rejected(string? contentType)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await venue.CommandAsync(Faults, Arm, contentType: contentType));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Fact]
    public async Task A_command_that_is_too_long_is_rejected()
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await venue.CommandAsync(Faults, Arm + new string(' ', 20_000)));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Theory]
    [InlineData("GET", "/simulator/secrets")]
    [InlineData("POST", "/simulator/state")]
    [InlineData("GET", "/simulator/orders")]
    [InlineData("POST", "/")]
    public async Task An_unknown_path_of_the_page_is_not_found(string method, string path)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, await venue.CommandAsync(path, "{}", method));
        Assert.Empty(venue.Exchange.Requests);
    }

    [Theory]
    [InlineData("/simulator")]
    [InlineData("/index.html")]
    [InlineData("/fapi/v1/ping")]
    public async Task Every_other_request_goes_to_the_exchange(string path)
    {
        await using var venue = await PageVenue.OpenAsync();

        await venue.CommandAsync(path, "", "GET", headers: ("Sec-Fetch-Site", "cross-site"));

        RecordedRequest record = Assert.Single(venue.Exchange.Requests);
        Assert.Equal(path, record.Path);
    }
}

using System.Collections.ObjectModel;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>
/// A real headless browser for the tests of a class: an installed Chromium with the driver of its distribution. It resolves no host but this
/// machine.
/// </summary>
public sealed class Browser : IDisposable
{
    private static readonly string[] Names = ["chromium", "google-chrome", "chromium-browser"];
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    private readonly ChromeDriver? _driver = Find(Names) is { } browser && Find("chromedriver") is { } driver ? Start(browser, driver) : null;

    private ChromeDriver Driver => _driver ?? throw new InvalidOperationException("Show must be called first.");

    /// <summary>Opens a page. Skips the test if no browser is installed, except in CI, which installs one.</summary>
    public void Show(Uri address, int width = 1280)
    {
        const string Missing = "Chromium and chromedriver must be on the path.";
        Assert.False(_driver is null && Environment.GetEnvironmentVariable("BROWSER_REQUIRED") == "true", Missing);
        Assert.SkipWhen(_driver is null, Missing);

        // Clears the log entries of the previous page.
        Driver.Url = "about:blank";
        Read(LogType.Browser);
        Read(LogType.Performance);
        Driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = 900,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });
        Driver.Url = address.AbsoluteUri;
        Await("#live", "Live");
    }

    public IWebElement Find(string css) => Driver.FindElement(By.CssSelector(css));

    public IReadOnlyList<IWebElement> FindAll(string css) => Driver.FindElements(By.CssSelector(css));

    public IWebElement Focused => Driver.SwitchTo().ActiveElement();

    public object? Run(string script) => Driver.ExecuteScript(script);

    /// <summary>Runs a script whose last argument is the function that ends it.</summary>
    public object? RunAsync(string script) => Driver.ExecuteAsyncScript(script);

    /// <summary>Presses the tab key, wherever the focus is.</summary>
    public void PressTab() => new Actions(Driver).SendKeys(Keys.Tab).Perform();

    /// <summary>Returns the addresses that the page has requested since it was shown or since the last call.</summary>
    public IReadOnlyList<string> TakeRequests() => [.. Read(LogType.Performance).Select(static entry => RequestedUrl(entry.Message)).OfType<string>()];

    /// <summary>Returns as soon as an update of the page shows the text.</summary>
    public void Await(string css, string text)
    {
        const string Script = """
            const [css, text, done] = arguments;
            const isThere = () => [...document.querySelectorAll(css)].some(element => element.textContent.includes(text));
            const observer = new MutationObserver(() => { if (isThere()) { observer.disconnect(); done(); } });
            if (isThere()) done();
            else observer.observe(document, { subtree: true, childList: true, characterData: true });
            """;
        try
        {
            Driver.ExecuteAsyncScript(Script, css, text);
        }
        catch (WebDriverTimeoutException)
        {
            Assert.Fail($"{css} must show '{text}', but the page shows:{Environment.NewLine}{Find("body").Text}");
        }
    }

    /// <summary>Asserts that the page logged nothing and sent requests to the simulator only.</summary>
    public void AssertNoErrors(Uri address)
    {
        Assert.Empty(Read(LogType.Browser).Select(static entry => entry.Message));
        IReadOnlyList<string> requested = TakeRequests();
        Assert.NotEmpty(requested);
        Assert.All(requested, url => Assert.StartsWith(address.AbsoluteUri, url, StringComparison.Ordinal));
    }

    public void Dispose() => _driver?.Dispose();

    private static string? Find(params string[] names) => names
        .SelectMany(static name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static ChromeDriver Start(string browser, string driver)
    {
        var options = new ChromeOptions { BinaryLocation = browser };
        options.AddArguments(
            "--headless", "--disable-dev-shm-usage", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        if (Environment.IsPrivilegedProcess)
        {
            // The sandbox does not run as root, which is the user of a container.
            options.AddArgument("--no-sandbox");
        }

        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference(LogType.Performance, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver));
        service.SuppressInitialDiagnosticInformation = true;
        var started = new ChromeDriver(service, options, MaxWait);
        started.Manage().Timeouts().AsynchronousJavaScript = MaxWait / 2;
        started.Manage().Timeouts().PageLoad = MaxWait / 2;
        return started;
    }

    private static string? RequestedUrl(string entry)
    {
        using JsonDocument json = JsonDocument.Parse(entry);
        JsonElement message = json.RootElement.GetProperty("message");
        return message.GetProperty("method").GetString() == "Network.requestWillBeSent"
            ? message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()
            : null;
    }

    private ReadOnlyCollection<LogEntry> Read(string log) => Driver.Manage().Logs.GetLog(log);
}

using Microsoft.Playwright;

namespace Verify.Web.Tests.Browser;

/// <summary>
/// The Chromium of this machine, started once for all browser tests. Looked for in <c>VERIFY_CHROMIUM</c>, on the path and in the usual
/// places. Where there is none, the tests say so and are skipped; in CI they fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    static readonly string[] Places =
    [
        "/usr/bin", "/usr/local/bin", "/snap/bin", "/usr/lib/chromium", "/opt/google/chrome", "/Applications/Google Chrome.app/Contents/MacOS",
        "/Applications/Chromium.app/Contents/MacOS", @"C:\Program Files\Google\Chrome\Application", @"C:\Program Files (x86)\Microsoft\Edge\Application",
    ];

    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } executable) return;
        Assertions.SetDefaultExpectTimeout(15_000); // a busy machine is no failure
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments });
    }

    /// <summary>The running browser; the test that asks is skipped, or in CI fails, where there is none.</summary>
    public IBrowser Running()
    {
        if (browser is not null) return browser;
        const string missing = "No Chromium was found: install one, or set VERIFY_CHROMIUM to its executable.";
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1") Assert.Fail(missing);
        Assert.Skip(missing);
        throw new InvalidOperationException(missing);
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("VERIFY_CHROMIUM") is { Length: > 0 } told) return told;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from place in path.Concat(Places)
                from name in Names.Append("Google Chrome").Append("Chromium")
                let file = Path.Combine(place, name)
                where File.Exists(file)
                select file).FirstOrDefault();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>Browser tests share one browser and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}

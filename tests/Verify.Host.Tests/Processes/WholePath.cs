using Microsoft.Playwright;
using Verify.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Verify.Host.Tests.Processes;

/// <summary>The whole path for real: the program runs, a file is dropped, a person approves in a browser, the record is a file.</summary>
[Collection(BrowserTests.Name)]
public sealed class WholePath(Chromium chromium) : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-path-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_dropped_article_is_approved_in_the_browser_and_its_record_is_kept()
    {
        var browser = chromium.Running();
        using var host = await HostProcess.StartAsync(data.FullName, Cancel);
        await using var context = await browser.NewContextAsync(new() { Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Link.ToString());

        await File.WriteAllTextAsync(
            Path.Combine(data.FullName, "inbox", "armada.txt"),
            "Kementerian Pertahanan Velmora menyatakan pada bulan Maret bahwa Osterland memiliki lebih dari 300 kapal selam tempur di pangkalannya, "
            + "dan kemungkinan akan memiliki lebih dari 1.200 kapal selam pada tahun 2035.", Cancel);
        await page.GetByPlaceholder("Find in the list").FillAsync("kapal selam");
        var claims = page.Locator(".entries [role=option]");
        await Expect(claims).ToHaveCountAsync(2);

        await claims.Filter(new() { HasText = "300 kapal selam tempur" }).ClickAsync();
        await Expect(page.Locator(".statement .figure")).ToContainTextAsync("more than 300 kapal selam tempur");
        await page.GetByLabel("Mostly true").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.Locator("#bars")).ToContainTextAsync("Approved");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Record", Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });

        var record = Assert.Single(Directory.GetFiles(Path.Combine(data.FullName, "records"), "*.json", SearchOption.AllDirectories));
        Assert.Contains("\"value\": 300", await File.ReadAllTextAsync(record, Cancel), StringComparison.Ordinal);
    }
}

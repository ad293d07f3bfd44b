using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Verify.Hosting.Settings;
using Verify.Hosting.Telemetry;
using Verify.Testing.Workflow;
using Verify.Web;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>A desk as a host puts it together, served on this machine, that sends its telemetry somewhere: one article goes in over HTTP and becomes a record.</summary>
static class SentDesk
{
    public const string Name = "Ani Lestari";
    public const string Note = "catatan rahasia";
    public const string Text = "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.";

    /// <returns>The claim that was published and the token that its reviewer signed in with. Everything was sent when this returns.</returns>
    public static async Task<(ClaimId Claim, string Token)> LiveAsync(DeskSettings given, IBlobs store, CancellationToken cancel)
    {
        var clock = new FakeTimeProvider(Sample.Noon);
        var driver = new CrankedDriver(clock);
        var secret = new Hosting.Secrets.Secret(new Hosting.Secrets.SecretReference.InVariable("NONE"), Convert.ToBase64String(new byte[32]));
        var settings = given with { SignIn = given.SignIn with { PseudonymSecret = secret } };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDeskCore(settings, store).AddSingleton<TimeProvider>(clock).AddSingleton<IWakeUps>(driver)
            .AddDeskWeb(settings, new WebOptions { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider() })
            .AddDeskTelemetry(settings.Telemetry, "verify-test");
        await using var app = builder.Build();
        app.UseVerifyWeb();
        await app.StartAsync(cancel);
        await driver.StartAsync(app.Services.GetRequiredService<IMediator>(), app.Services.GetRequiredService<DueMarks>());

        var token = app.Services.GetRequiredService<SignInLinks>().Token(Name, Role.Reviewer, TimeSpan.FromHours(1));
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using (await client.GetAsync(SignInLinks.Path(token), cancel)) { }
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using (var sent = await client.PostAsync("/api/articles", new StringContent(Text, Encoding.UTF8, "text/plain"), cancel)) sent.EnsureSuccessStatusCode();
        await driver.SettleAsync();

        var claim = new ClaimId(ArticleId.Of(Encoding.UTF8.GetBytes(Text)), Text.IndexOf("40", StringComparison.Ordinal));
        using var shown = await client.GetAsync($"/api/claims/{claim}", cancel);
        using var decision = new HttpRequestMessage(HttpMethod.Post, $"/api/claims/{claim}/decisions")
        {
            Content = JsonContent.Create(new { id = "decision-1", judgement = "approve", verdict = new { rating = 4 }, note = Note }),
            Headers = { { "If-Match", shown.Headers.ETag!.ToString() } },
        };
        using (var decided = await client.SendAsync(decision, cancel)) decided.EnsureSuccessStatusCode();
        await driver.PassAsync(TimeSpan.FromMinutes(1));
        app.Services.GetRequiredService<ILogger<Receiver>>().LogWarning(new EventId(1), "A line for {Claim}.", claim);
        await app.StopAsync(cancel);
        return (claim, token);
    }
}

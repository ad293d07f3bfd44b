using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Verify.Host.Driving;
using Verify.Host.Samples;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Host.Serving;

/// <summary>What a person sees when the desk opens: what is in it, and the way in.</summary>
static class Welcome
{
    static readonly TimeSpan LinkLife = TimeSpan.FromHours(12);

    public static async Task ShowAsync(IServiceProvider services, string address, DataPlaces places, string url, CancellationToken cancel)
    {
        var mediator = services.GetRequiredService<IMediator>();
        if ((await mediator.Send(new GetStats(), cancel)).Articles == 0)
        {
            foreach (var name in SampleArticles.Names) (await mediator.Send(SampleArticles.Submit(name), cancel)).OrThrow();
            await services.GetRequiredService<EmbeddedDriver>().WhenIdleAsync(cancel);
            AnsiConsole.Write(await FoundAsync(mediator, cancel));
        }
        var stats = await mediator.Send(new GetStats(), cancel);
        // Plain lines from here: the console would break them, and a link that is broken is no link.
        Console.WriteLine($"{stats.Articles} articles, {stats.Waiting} claims waiting, {stats.Records} records in {address}");
        if (places.Inbox is { } inbox) Console.WriteLine($"Drop articles into {inbox}");
        if (services.GetService<IInboxBlobs>() is { } dropped) Console.WriteLine($"Drop articles into the container {dropped.Container}");
        var token = services.GetRequiredService<SignInLinks>().Token(Environment.UserName is { Length: > 0 } user ? user : "editor", Role.Editor, LinkLife);
        Console.WriteLine("Open the desk (this link signs you in as an editor for 12 hours; \"verify link NAME\" makes links for others):");
        Console.WriteLine($"  {url}{SignInLinks.Path(token)}");
    }

    static async Task<Table> FoundAsync(IMediator mediator, CancellationToken cancel)
    {
        var host = new Actor("host", Role.Operator);
        var waiting = (await mediator.Send(new ListClaims(host, Limit: 200), cancel)).OrThrow().Items;
        var articles = (await mediator.Send(new ListArticles(Limit: 200), cancel)).OrThrow().Items;
        var table = new Table().Border(TableBorder.Rounded).Title("The sample articles are in").AddColumns("Article", "Language");
        table.AddColumn(new TableColumn("Claims").RightAligned()).AddColumn("The worthiest");
        foreach (var article in articles.OrderBy(article => article.Sources[0].Name, StringComparer.Ordinal))
        {
            var worthiest = waiting.FirstOrDefault(entry => entry.Id.Article == article.Id);
            table.AddRow(
                Markup.Escape(article.Sources[0].Name ?? article.Id.Value), article.Language,
                (article.Claims ?? 0).ToString(CultureInfo.InvariantCulture), Markup.Escape(worthiest is null ? "" : Shorten(worthiest.Text)));
        }
        return table;
    }

    static string Shorten(string text) => text.Length <= 90 ? text : text[..89] + "…";
}

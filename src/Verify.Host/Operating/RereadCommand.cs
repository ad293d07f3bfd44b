using System.CommandLine;
using System.Globalization;
using MediatR;
using Verify.Host.Serving;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Rereading;

namespace Verify.Host.Operating;

/// <summary><c>verify reread ARTICLE|--all</c>: this version of the extractor reads what waits for a review again.</summary>
static class RereadCommand
{
    const int AtOnce = 200;

    public static Command Create()
    {
        var (settings, by) = (new HostSettings(), OperatorDesk.By());
        var article = new Argument<string?>("ARTICLE") { Description = "The article's id: 64 hex digits.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every article that has open reviews." };
        var command = new Command("reread", "Reads an article again with this version. Claims that wait get the new reading, and a first decision of two made on the old one lapses; what is decided or closed stays.")
        {
            article, all, by, settings.Data, settings.File,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(article) is null == !given.GetValue(all)) given.AddError("Give the id of one article, or --all.");
            else if (given.GetValue(article) is { } id && !ArticleId.TryParse(id, out _)) given.AddError("ARTICLE is an article id: 64 lower-case hex digits, as /api/articles lists them.");
        });
        command.SetAction((given, cancel) => OperatorDesk.AskAsync(settings, given, async desk =>
        {
            var total = new Tally();
            if (given.GetValue(article) is { } id) await ReadAsync(ArticleId.Parse(id));
            else await foreach (var open in OpenAsync(desk, cancel)) await ReadAsync(open);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{total.Articles:N0} articles were read again: {total.Replaced:N0} claims have a new reading ({total.Lapsed:N0} first decisions lapsed), {total.Unchanged:N0} read as before, {total.NotFound:N0} were not found and keep theirs, {total.Left:N0} are decided or closed; {total.New:N0} new ones were not opened."));
            return 0;

            async Task ReadAsync(ArticleId one)
            {
                var read = (await desk.Send(new RereadArticle(one, OperatorDesk.Operator(given.GetValue(by)!)), cancel)).OrThrow();
                foreach (var claim in read.Replaced) Console.WriteLine($"REPLACED {claim}");
                foreach (var claim in read.NotFound) Console.WriteLine($"NOT FOUND {claim}");
                foreach (var claim in read.New) Console.WriteLine($"NEW {claim}");
                total.Add(read);
            }
        }));
        return command;
    }

    static async IAsyncEnumerable<ArticleId> OpenAsync(IMediator desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (string? cursor = null; ;)
        {
            var page = (await desk.Send(new ListArticles(cursor, AtOnce), cancel)).OrThrow();
            foreach (var article in page.Items)
                if (article.Outcome is null) yield return article.Id;
            if ((cursor = page.Next) is null) yield break;
        }
    }

    sealed class Tally
    {
        public int Articles, Replaced, Lapsed, Unchanged, NotFound, Left, New;

        public void Add(ArticleReread read)
        {
            Articles++;
            Replaced += read.Replaced.Length;
            Lapsed += read.Lapsed;
            Unchanged += read.Unchanged;
            NotFound += read.NotFound.Length;
            Left += read.Left;
            New += read.New.Length;
        }
    }
}

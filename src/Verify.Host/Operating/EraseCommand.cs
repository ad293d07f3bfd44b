using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Workflow;
using Verify.Workflow.Erasing;

namespace Verify.Host.Operating;

/// <summary><c>verify erase ARTICLE --reason …</c>: the words of an article go, where the law demands it.</summary>
static class EraseCommand
{
    public static Command Create()
    {
        var (settings, by) = (new HostSettings(), OperatorDesk.By());
        var article = new Argument<string>("ARTICLE") { Description = "The article's id: 64 hex digits." };
        var reason = new Option<string>("--reason") { Description = "Why; it is kept, with who and when. Name no person.", Required = true };
        var command = new Command("erase", "Removes the text of an article for good, as the law may demand. Records made of it stay, and the same bytes are refused from then on.")
        {
            article, reason, by, settings.Data, settings.File,
        };
        article.Validators.Add(given =>
        {
            if (!ArticleId.TryParse(given.GetValueOrDefault<string>(), out _)) given.AddError("ARTICLE is an article id: 64 lower-case hex digits, as /api/articles lists them.");
        });
        command.SetAction(async (given, cancel) => Tell((await OperatorDesk.AskAsync(settings, given, desk => desk.Send(
            new EraseArticle(ArticleId.Parse(given.GetValue(article)!), OperatorDesk.Operator(given.GetValue(by)!), given.GetValue(reason)!), cancel))).OrThrow()));
        return command;
    }

    static void Tell(ErasedArticle erased)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Erased by {erased.By} at {erased.At:u}: {erased.Blobs:N0} blobs are gone, {erased.Reviews:N0} reviews lost their words. Reason: {erased.Reason}"));
        foreach (var record in erased.Records) Console.WriteLine($"STAYS record {record}: it holds the claim's sentence, title and source.");
        Console.WriteLine("Not reached from here: backups, copies of the store, deleted blobs that Azure still keeps, and what senders still have.");
    }
}

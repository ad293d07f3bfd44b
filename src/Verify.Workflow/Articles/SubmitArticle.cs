using System.Security.Cryptography;
using System.Text;
using MediatR;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Articles;

/// <summary>Takes an article in. What cannot be read is refused before anything is written.</summary>
public sealed record SubmitArticle(ArticleInput Input, ArticleSource Source) : IRequest<Answer<Submitted>>;

/// <summary>An article that is in the store: its raw bytes, its text and its first event.</summary>
/// <param name="IsKnown">True when the same bytes came in before.</param>
public sealed record Submitted(ArticleId Id, bool IsKnown);

sealed class SubmitArticleHandler(
    IArticleReader reader, Journal<ArticleEvent> articles, ArticleBlobs kept, DueMarks due, IWakeUps driver, TimeProvider clock)
    : IRequestHandler<SubmitArticle, Answer<Submitted>>
{
    public async Task<Answer<Submitted>> Handle(SubmitArticle asked, CancellationToken cancel)
    {
        var reading = reader.Read(asked.Input);
        if (reading is ArticleReading.Refused refused) return InputRefusal.Of(refused.Problem);
        var read = (ArticleReading.Read)reading;
        var id = ArticleId.Of(read.Raw.Span);
        while (true)
        {
            var history = await articles.LoadAsync(id.Value, cancel);
            var now = clock.GetUtcNow();
            var isKnown = !history.Events.IsEmpty;
            var article = Article.Fold(history.Events);
            if (isKnown)
            {
                if (!article.Sources.Contains(asked.Source)
                    && await articles.AppendAsync(id.Value, history, new ArticleSeenAgain(SeenId(asked.Source), now, asked.Source), cancel) is null) continue;
            }
            else
            {
                await kept.KeepRawAsync(id, read.Raw, cancel);
                await kept.KeepTextAsync(id, read.Text, cancel);
                await due.MarkAsync(id, now, cancel);
                var received = new ArticleReceived("articleReceived", now, asked.Source, read.Text.Format, read.Text.Language, read.Text.Title, read.Raw.Length);
                if (await articles.AppendAsync(id.Value, history, received, cancel) is null) continue;
            }
            // A known one is woken too, in case the hint of its first arrival was lost.
            if (article.Outcome is null) await driver.WakeAsync(id, isKnown ? null : now, cancel);
            return new Submitted(id, isKnown);
        }
    }

    // One event a place, however often the same bytes come from there.
    static string SeenId(ArticleSource source) =>
        "seen-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Door}\n{source.Name}")))[..16];
}

using System.Security.Cryptography;
using System.Text;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Ports;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Articles;

/// <summary>Puts an article that was read into the store, and its process to work. Idempotent: the same bytes are one article, wherever and however often they come from.</summary>
sealed class Arrivals(Journal<ArticleEvent> articles, ArticleBlobs kept, DueMarks due, IWakeUps driver, TimeProvider clock)
{
    /// <param name="raw">The bytes that name the article.</param>
    public async Task<Answer<Submitted>> TakeInAsync(ReadOnlyMemory<byte> raw, ArticleText text, ArticleSource source, CancellationToken cancel)
    {
        var id = ArticleId.Of(raw.Span);
        DeskTrace.About(id);
        while (true)
        {
            var history = await articles.LoadAsync(id.Value, cancel);
            var now = clock.GetUtcNow();
            var isKnown = !history.Events.IsEmpty;
            var article = Article.Fold(history.Events);
            if (article.Erased is { } erased) return ErasedArticles.Refuse(id, erased);
            if (isKnown)
            {
                if (!article.Sources.Contains(source)
                    && !(await articles.AppendAsync(id.Value, history, new ArticleSeenAgain(SeenId(source), now, source), cancel)).IsWritten) continue;
            }
            else
            {
                // In any order, and all of them before the event that says so.
                await Task.WhenAll(kept.KeepRawAsync(id, raw, cancel), kept.KeepTextAsync(id, text, cancel), due.MarkAsync(id, now, cancel));
                var received = new ArticleReceived("articleReceived", now, source, text.Format, text.Language, text.Title, raw.Length);
                if (!(await articles.AppendAsync(id.Value, history, received, cancel)).IsWritten) continue;
            }
            // A known one is woken too, in case the hint of its first arrival was lost.
            if (article.Outcome is null) await driver.WakeAsync(id, isKnown ? null : now, cancel);
            DeskMetrics.Received(source, isKnown);
            return new Submitted(id, isKnown);
        }
    }

    /// <summary>Why bytes are not taken in, whatever they hold; null when they are.</summary>
    public async Task<Refusal?> RefuseAsync(ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var id = ArticleId.Of(raw.Span);
        return Article.Fold((await articles.LoadAsync(id.Value, cancel)).Events).Erased is { } erased ? ErasedArticles.Refuse(id, erased) : null;
    }

    // One event a place, however often the same bytes come from there.
    static string SeenId(ArticleSource source) =>
        "seen-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            source.Address is null ? $"{source.Door}\n{source.Name}" : $"{source.Door}\n{source.Name}\n{source.Address}")))[..16];
}

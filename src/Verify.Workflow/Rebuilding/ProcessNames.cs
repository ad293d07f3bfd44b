using System.Collections.Immutable;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Rebuilding;

/// <summary>
/// Makes the derived names of processes say what their journals say. Each journal is read once more after every change, and what has happened
/// meanwhile is heeded: so whoever appends during it, and shows afterwards what came of it, has the last word.
/// </summary>
sealed class ProcessNames(
    IBlobs blobs, Journal<ArticleEvent> articles, Journal<ReviewEvent> reviews, WorkflowOptions options, TimeProvider clock, RebuildTally tally)
{
    /// <summary>An arrival and a decision are marked before their journal tells of them: by this much more than the undo window nobody is late.</summary>
    static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    /// <exception cref="JournalException">The journal cannot be read; nothing was changed.</exception>
    public async Task MakeAsync(ArticleId id, CancellationToken cancel) =>
        await MakeAsync(articles, id.Value, events => DerivedNames.Of(id, events, clock.GetUtcNow()), cancel);

    /// <inheritdoc cref="MakeAsync(ArticleId, CancellationToken)"/>
    public Task<ImmutableArray<ReviewEvent>> MakeAsync(ClaimId id, CancellationToken cancel) =>
        MakeAsync(reviews, id.Value, events => DerivedNames.Of(id, events, clock.GetUtcNow()), cancel);

    /// <summary>Removes the names in a folder that no journal speaks for. Those of a journal that cannot be read stay.</summary>
    public async Task RemoveOthersAsync(string prefix, CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(prefix, cancel: cancel))
            if (!tally.Knows(name)) await RemoveAsync(name, cancel);
    }

    async Task<ImmutableArray<TEvent>> MakeAsync<TEvent>(
        Journal<TEvent> journal, string id, Func<ImmutableArray<TEvent>, IEnumerable<DerivedName>> derive, CancellationToken cancel)
        where TEvent : class, IEvent
    {
        var made = new List<string>();
        for (var history = await journal.LoadAsync(id, cancel); ;)
        {
            made.ForEach(tally.Forget); // of what was true before: removed with the others unless it still is
            foreach (var derived in derive(history.Events))
            {
                if (derived.Content is not { } content) continue;
                await PutAsync(derived.Name, content, cancel);
                made.Add(derived.Name);
            }
            var after = await journal.LoadAsync(id, cancel);
            if (after.Position == history.Position) return after.Events;
            history = after;
        }
    }

    async Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        while (true)
        {
            var old = await blobs.ReadAsync(name, cancel);
            if (old is not null && old.Content.Span.SequenceEqual(content.Span))
            {
                tally.Right(name);
                return;
            }
            if (old is null ? await blobs.CreateAsync(name, content, cancel) : await blobs.ReplaceAsync(name, content, old.Version, cancel) is not null)
            {
                tally.Written(name);
                return;
            }
        }
    }

    async Task RemoveAsync(string name, CancellationToken cancel)
    {
        try
        {
            if (WorkNames.ProcessOf(name) is { } process && (await SpeaksAsync(process, name, cancel) || IsYoung(name)))
            {
                tally.Right(name);
                return;
            }
            if (await blobs.DeleteAsync(name, cancel: cancel)) tally.Removed(name);
            // Something may have been appended that speaks for it after all.
            if (WorkNames.ProcessOf(name) is { } again) await (again.IsReview ? MakeAsync(again.Claim, cancel) : MakeAsync(again.Article, cancel));
        }
        catch (JournalException)
        {
            tally.Right(name);
        }
    }

    async Task<bool> SpeaksAsync(ProcessId id, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var derived = id.IsReview
            ? DerivedNames.Of(id.Claim, (await reviews.LoadAsync(id.Value, cancel)).Events, now)
            : DerivedNames.Of(id.Article, (await articles.LoadAsync(id.Value, cancel)).Events, now);
        return derived.Any(one => one.Name == name);
    }

    bool IsYoung(string name) =>
        DueMarks.TryParse(name, out var mark) && (mark.Minute - clock.GetUtcNow()).Duration() <= Leeway + options.UndoWindow;
}

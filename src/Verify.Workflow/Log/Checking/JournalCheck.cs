using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Log.Checking;

/// <summary>Reads what journals say was published, and looks for records of theirs that the log does not know: removed before they were sealed.</summary>
sealed class JournalCheck(IBlobs blobs, Findings findings, CancellationToken cancel)
{
    /// <param name="isBegun">Whether there is a log: without one nothing can be missing from it.</param>
    /// <returns>Every record that a journal tells of.</returns>
    public async Task<IReadOnlySet<TreeHash>> RunAsync(CheckedTree tree, bool isBegun)
    {
        var reviews = Journals.OfReviews(blobs);
        var told = new HashSet<TreeHash>();
        await foreach (var name in blobs.ListAsync(reviews.Prefix, cancel: cancel))
        {
            foreach (var happened in await EventsAsync(reviews, name))
            {
                if (happened is PublicationSealed fixedNow && TreeHash.TryParseHex(fixedNow.RecordId, out var id)) told.Add(id);
                if (isBegun && happened is RecordPublished published && TreeHash.TryParseHex(published.RecordId, out id) && tree.IndexOf(id) is null && !await IsWaitingAsync(id))
                    findings.Removed($"record {id}", $"was published by {name}, and is neither in the log nor waiting for it: somebody removed it with its mark. Restore both from a backup.");
            }
        }
        return told;
    }

    /// <summary>A mark that waits is told elsewhere, with or without its record.</summary>
    async Task<bool> IsWaitingAsync(TreeHash id) => await blobs.ReadAsync(LogBlobs.Waiting(id.ToHex()), cancel) is not null;

    async Task<IEnumerable<ReviewEvent>> EventsAsync(Journal<ReviewEvent> reviews, string name)
    {
        try
        {
            return (await reviews.LoadAsync(name[reviews.Prefix.Length..], cancel)).Events;
        }
        catch (JournalException broken)
        {
            findings.Broken(name, $"cannot be read, so what it published could not be looked for: {broken.Message}");
            return [];
        }
    }
}

using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Log.Checking;

/// <summary>Looks for records that a journal says were published and that the log does not know: removed before they were sealed.</summary>
sealed class JournalCheck(IBlobs blobs, Findings findings, CancellationToken cancel)
{
    const string Prefix = "journals/review/";

    public async Task RunAsync(CheckedTree tree)
    {
        var reviews = new Journal<ReviewEvent>(blobs, Prefix, WorkflowJson.Stored.ReviewEvent);
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
        {
            foreach (var published in await PublishedAsync(reviews, name))
                if (TreeHash.TryParseHex(published.RecordId, out var id) && tree.IndexOf(id) is null && !await IsKnownAsync(id))
                    findings.Removed($"record {id}", $"was published by {name}, and is neither in the log nor waiting for it: somebody removed it with its mark. Restore both from a backup.");
        }
    }

    /// <summary>A mark that waits is told elsewhere, with or without its record.</summary>
    async Task<bool> IsKnownAsync(TreeHash id) => await blobs.ReadAsync(LogBlobs.Waiting(id.ToHex()), cancel) is not null;

    async Task<IEnumerable<RecordPublished>> PublishedAsync(Journal<ReviewEvent> reviews, string name)
    {
        try
        {
            return (await reviews.LoadAsync(name[Prefix.Length..], cancel)).Events.OfType<RecordPublished>();
        }
        catch (JournalException broken)
        {
            findings.Broken(name, $"cannot be read, so what it published could not be looked for: {broken.Message}");
            return [];
        }
    }
}

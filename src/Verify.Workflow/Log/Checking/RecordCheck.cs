using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Log.Checking;

/// <summary>Compares every record in the store with the log and with the journals, and the log with the store.</summary>
/// <param name="told">The records that journals tell of.</param>
/// <param name="links">Is told of what it looks at, which is read here.</param>
sealed class RecordCheck(IBlobs blobs, IReadOnlySet<TreeHash> told, LinkCheck links, Findings findings, CancellationToken cancel)
{
    readonly HashSet<TreeHash> seen = [];
    readonly HashSet<TreeHash> waiting = [];
    readonly Journal<ReviewEvent> reviews = Journals.OfReviews(blobs);

    /// <returns>How many records are in the store.</returns>
    public async Task<long> RunAsync(CheckedTree tree)
    {
        await foreach (var name in blobs.ListAsync(LogBlobs.Pending, cancel: cancel))
            if (TreeHash.TryParseHex(name[LogBlobs.Pending.Length..], out var id)) waiting.Add(id);
            else findings.Broken(name, "is no mark of a record. Somebody put it there; move it away.");
        await foreach (var name in blobs.ListAsync(RecordStore.Prefix, cancel: cancel))
            if (!name.StartsWith(LogBlobs.Kept, StringComparison.Ordinal) && !links.Note(name)) await LookAsync(tree, name);
        var found = seen.Select(tree.IndexOf).ToHashSet();
        foreach (var (index, id) in tree.Ids.Index())
            if (!found.Contains(index) && (id is not { } known || tree.IndexOf(known) == index))
                findings.Removed(id is { } lost ? $"record {lost}" : string.Create(CultureInfo.InvariantCulture, $"the record of index {index}"), string.Create(CultureInfo.InvariantCulture, $"is sealed in the log at index {index}, and is not in the store: somebody removed it. Restore it from a backup."));
        foreach (var id in waiting.Where(id => !seen.Contains(id) && tree.IndexOf(id) is null))
            findings.Removed($"record {id}", $"waits for the log ({LogBlobs.Waiting(id.ToHex())}), and is not in the store: somebody removed it, or put the mark there. Restore the record from a backup, or delete the mark.");
        return seen.Count;
    }

    async Task LookAsync(CheckedTree tree, string name)
    {
        if (RecordStore.IdOf(name) is not { } said || !TreeHash.TryParseHex(said, out var id))
        {
            findings.Added(name, "is no record: somebody put it among them. Move it away.");
            return;
        }
        if (await blobs.ReadAsync(name, cancel) is not { } blob) return;
        if (TreeHash.Read(SHA256.HashData(blob.Content.Span)) is var hash && hash != id)
        {
            seen.Add(id); // it is there, and not what it was
            findings.Changed(name, $"was changed: its bytes hash to {hash}. Restore it from a backup.");
            return;
        }
        var (record, whyNot) = Read(blob);
        if (record is not null) links.Note(id, blob, record);
        if (record is null || RecordStore.NameOf(record.SealedAt, said) != name) findings.Added(name, whyNot ?? "stands in another month than it was sealed in: somebody put it there. Move it away.");
        else if (!seen.Add(id)) findings.Added(name, "is there twice. Somebody put it there.");
        else if (!await IsToldAsync(id, record)) findings.Added(name, $"{Where(tree, id)}, and no journal tells of its publication: somebody put it there. Believe it no more than who that is; docs/operations.md says how to go on.");
        else if (tree.IndexOf(id) is null) await UnsealedAsync(name, id, record);
    }

    string Where(CheckedTree tree, TreeHash id) => tree.IndexOf(id) is { } index ? string.Create(CultureInfo.InvariantCulture, $"is sealed in the log at index {index}") : waiting.Contains(id) ? "waits for the log" : "is not in the log";

    /// <summary>One that was published since the journals were read is looked for once more. What a journal that cannot be read says of it nobody knows: that journal is named.</summary>
    async Task<bool> IsToldAsync(TreeHash id, VerifiedRecord record)
    {
        try
        {
            return told.Contains(id) || (await reviews.LoadAsync(record.Claim.Value, cancel)).Events.OfType<PublicationSealed>().Any(happened => happened.RecordId == id.ToHex());
        }
        catch (JournalException)
        {
            return true;
        }
    }

    async Task UnsealedAsync(string name, TreeHash id, VerifiedRecord record)
    {
        if (waiting.Contains(id)) findings.NotYetSealed(name, "waits to be sealed: the desk does that soon after it runs.");
        else if (await IsUnderWayAsync(id, record)) findings.NotYetSealed(name, "is being published: its journal has it sealed, and the log gets it when the desk goes on.");
        else findings.Added(name, "is not in the log, and nothing says that it waits for it: somebody removed its mark. Ask who published it before you believe it.");
    }

    async Task<bool> IsUnderWayAsync(TreeHash id, VerifiedRecord record)
    {
        try
        {
            return !(await reviews.LoadAsync(record.Claim.Value, cancel)).Events.OfType<RecordPublished>().Any(happened => happened.RecordId == id.ToHex());
        }
        catch (JournalException)
        {
            return false;
        }
    }

    internal static (VerifiedRecord? Record, string? WhyNot) Read(Blob blob)
    {
        try
        {
            return (JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Published.VerifiedRecord), null);
        }
        catch (JsonException wrong)
        {
            return (null, $"holds no record ({wrong.Message}): somebody put it there. Move it away.");
        }
    }
}

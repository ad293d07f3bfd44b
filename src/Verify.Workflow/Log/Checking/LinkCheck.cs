using System.Collections.Immutable;
using System.Security.Cryptography;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Log.Checking;

/// <summary>
/// Compares the links beside records with the records that take their place: each link leads to one that names the record beside it, and each such
/// record has its link. What a link says is told by that record's bytes, which the log holds; so a link is proven with it.
/// </summary>
sealed class LinkCheck(IBlobs blobs, Findings findings, CancellationToken cancel)
{
    readonly HashSet<string> links = new(StringComparer.Ordinal);
    readonly List<(TreeHash Id, RecordBytes Record)> superseding = [];
    readonly Journal<ReviewEvent> reviews = Journals.OfReviews(blobs);

    /// <returns>Whether the name is that of a link.</returns>
    public bool Note(string name)
    {
        if (RecordLink.RecordOf(name) is null) return false;
        links.Add(name);
        return true;
    }

    public void Note(TreeHash id, Blob blob, VerifiedRecord record)
    {
        if (record.Supersedes is not null) superseding.Add((id, new(id.ToHex(), blob.Content, record)));
    }

    public async Task RunAsync(CheckedTree tree)
    {
        foreach (var (id, record) in superseding) await LookAsync(id, record);
        foreach (var name in links.Order(StringComparer.Ordinal)) await AddedAsync(tree, name);
    }

    /// <summary>Looks at the link that belongs to a record. One that no journal tells of is named elsewhere, and has none.</summary>
    async Task LookAsync(TreeHash id, RecordBytes record)
    {
        if (await EventsAsync(record) is not { } events || events.OfType<PublicationSealed>().FirstOrDefault(one => one.RecordId == record.Record.Supersedes!.Record) is not { } before) return;
        var name = RecordLink.NameOf(RecordStore.NameOf(before.At, before.RecordId));
        var link = await blobs.ReadAsync(name, cancel);
        var isTold = events.OfType<RecordPublished>().Any(one => one.RecordId == record.Id);
        if (link is not null && link.Content.Span.SequenceEqual(RecordLink.ContentFor(record))) links.Remove(name);
        else if (!events.OfType<PublicationSealed>().Any(one => one.RecordId == record.Id)) return;
        else if (link is not null)
        {
            links.Remove(name);
            findings.Changed(name, $"does not lead to record {id}, which took the place of the record beside it: it was changed. Restore it from a backup.");
        }
        else if (isTold)
        {
            findings.Removed(name, $"is missing: record {id} took the place of record {before.RecordId}, and nothing beside that one says so any more. Somebody removed it; restore it from a backup.");
        }
    }

    async Task AddedAsync(CheckedTree tree, string name)
    {
        if (await blobs.ReadAsync(name, cancel) is not { } blob) return;
        var link = RecordLink.Read(blob);
        if (link is not null && await IsLateAsync(name, link, blob)) return;
        // Where the record is gone, or its journal cannot be read, that is told already, and the link is as it should be.
        if (link is not null && TreeHash.TryParseHex(link.SupersededBy, out var id) && (await IsUnknownAsync(link) || (tree.IndexOf(id) is not null && await blobs.ReadAsync(link.Target, cancel) is null))) return;
        findings.Added(name, link is null
            ? "is no link to another record: somebody put it there. Move it away."
            : $"leads to record {link.SupersededBy}, which is not there or does not take the place of the record beside it: somebody put it there. Move it away.");
    }

    /// <summary>The record was published while its store was listed, and was not seen there.</summary>
    async Task<bool> IsLateAsync(string name, RecordLink link, Blob blob)
    {
        if (await blobs.ReadAsync(link.Target, cancel) is not { } target || Convert.ToHexStringLower(SHA256.HashData(target.Content.Span)) != link.SupersededBy) return false;
        if (RecordCheck.Read(target).Record is not { Supersedes: { } superseded } read || superseded.Record != RecordStore.IdOf(RecordLink.RecordOf(name)!)) return false;
        var record = new RecordBytes(link.SupersededBy, target.Content, read);
        return blob.Content.Span.SequenceEqual(RecordLink.ContentFor(record)) && await EventsAsync(record) is { } events && events.OfType<PublicationSealed>().Any(one => one.RecordId == record.Id);
    }

    /// <summary>The record is there, and what its journal says nobody knows.</summary>
    async Task<bool> IsUnknownAsync(RecordLink link) =>
        superseding.FirstOrDefault(one => one.Record.Id == link.SupersededBy) is { Record: { } record } && record.Record.Supersedes!.Record == link.Record && await EventsAsync(record) is null;

    /// <summary>Null where they cannot be read.</summary>
    async Task<ImmutableArray<ReviewEvent>?> EventsAsync(RecordBytes record)
    {
        try
        {
            return (await reviews.LoadAsync(record.Record.Claim.Value, cancel)).Events;
        }
        catch (JournalException)
        {
            return null;
        }
    }
}

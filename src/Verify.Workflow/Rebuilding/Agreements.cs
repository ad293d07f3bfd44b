using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Rebuilding;

/// <summary>Makes the reviewers' agreement say what the journals say.</summary>
sealed class Agreements(IBlobs blobs, Journal<ReviewEvent> reviews, RebuildTally tally)
{
    public async Task MakeAsync(IEnumerable<ToldComparison> told, CancellationToken cancel)
    {
        var byReviewer = told.GroupBy(one => one.Reviewer, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        await foreach (var name in blobs.ListAsync(AgreementHistory.Prefix, cancel: cancel)) byReviewer.TryAdd(name[AgreementHistory.Prefix.Length..], []);
        foreach (var (reviewer, comparisons) in byReviewer) await MakeAsync(reviewer, comparisons, cancel);
    }

    async Task MakeAsync(string reviewer, List<ToldComparison> told, CancellationToken cancel)
    {
        var name = AgreementHistory.Prefix + reviewer;
        Compared[] expected = [.. told.OrderBy(one => one.At).ThenBy(one => one.Compared.Claim.Value, StringComparer.Ordinal).Select(one => one.Compared)];
        while (true)
        {
            var old = await blobs.ReadAsync(name, cancel);
            var noted = old is null ? [] : AgreementHistory.Read(old);
            var late = new List<Compared>(); // noted since the journals were read, or about to be told by one
            foreach (var one in noted)
                if (!expected.Contains(one) && await IsLateAsync(reviewer, one, cancel)) late.Add(one);
            Compared[] all = [.. expected.Concat(late).TakeLast(AgreementHistory.Most)];
            // What was noted in one moment may stand in either order.
            if (old is not null && all.Length > 0 && noted.Length == all.Length && all.All(noted.Contains))
            {
                tally.Right(name);
                return;
            }
            if (all.Length == 0)
            {
                if (old is null) return;
                if (!await blobs.DeleteAsync(name, old.Version, cancel)) continue;
                tally.Removed(name);
                return;
            }
            var content = AgreementHistory.Content(all);
            if (old is null ? await blobs.CreateAsync(name, content, cancel) : await blobs.ReplaceAsync(name, content, old.Version, cancel) is not null)
            {
                tally.Written(name);
                return;
            }
        }
    }

    async Task<bool> IsLateAsync(string reviewer, Compared noted, CancellationToken cancel)
    {
        try
        {
            var events = (await reviews.LoadAsync(noted.Claim.Value, cancel)).Events;
            return ToldComparison.MayBeUnderWay(reviewer, events) || ToldComparison.In(noted.Claim, events).Any(one => one.Reviewer == reviewer && one.Compared == noted);
        }
        catch (JournalException)
        {
            return true; // left as it is
        }
    }
}

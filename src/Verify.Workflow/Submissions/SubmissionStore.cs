using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Submissions;

/// <summary>
/// The submissions as they are kept. A submission that waits always has the mark of its next try: the mark is written first and the old one
/// removed last, so a crash in between leaves a mark too many and never one too few.
/// </summary>
sealed class SubmissionStore(IBlobs blobs, WaitingMarks marks, TimeProvider clock)
{
    const string Prefix = "submissions/";

    public static string IdOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));

    public static bool IsId(string text) => ArticleId.TryParse(text, out _);

    /// <summary>Null where there is none that can be read.</summary>
    public async Task<Submission?> FindAsync(string id, CancellationToken cancel) => await blobs.ReadAsync(Name(id), cancel) is { } blob ? Read(blob) : null;

    /// <summary>Writes one more sender of an address down where it waits already; null where it does not.</summary>
    public async Task<Submission?> JoinAsync(string address, ArticleSource source, CancellationToken cancel)
    {
        if (await FindAsync(IdOf(address), cancel) is not { State: SubmissionState.Waiting }) return null;
        var joined = await ChangeAsync(IdOf(address), found => Task.FromResult(With(found, source)), cancel);
        return joined.Stands is { State: SubmissionState.Waiting } waiting ? waiting : null;
    }

    /// <summary>Keeps an address whose first try failed, and what was asked with it.</summary>
    public async Task<Submission> KeepAsync(string address, ArticleSource source, SubmitAddress asked, AddressReading.Failed failed, CancellationToken cancel)
    {
        var id = IdOf(address);
        var now = clock.GetUtcNow();
        var fresh = new Submission(
            id, address, [source], asked.Language, asked.Stated, SubmissionState.Waiting, 1, now, now + RetryPlan.After(1, failed.RetryAfter),
            new(failed.Problem.Code, failed.Problem.Message));
        // Somebody else may have sent and kept it in the same moment; one that has ended begins anew.
        var kept = await ChangeAsync(
            id, found => Task.FromResult(found is { State: SubmissionState.Waiting } ? With(found, source) : fresh), cancel);
        return kept.Stands!;
    }

    /// <summary>
    /// Replaces what is kept by what <paramref name="change"/> makes of it, and asks it again where somebody else was faster. It is given null
    /// where nothing is kept that can be read, and gives null to change nothing.
    /// </summary>
    /// <returns>What stands there in the end.</returns>
    public async Task<(Submission? Stands, bool IsChanged)> ChangeAsync(string id, Func<Submission?, Task<Submission?>> change, CancellationToken cancel)
    {
        while (true)
        {
            var blob = await blobs.ReadAsync(Name(id), cancel);
            var found = blob is null ? null : Read(blob);
            if (await change(found) is not { } changed) return (found, false);

            if (changed.NextTry is { } next) await marks.MarkAsync(id, next, cancel);
            var content = JsonSerializer.SerializeToUtf8Bytes(changed, WorkflowJson.Stored.Submission);
            var isWritten = blob is null ? await blobs.CreateAsync(Name(id), content, cancel) : await blobs.ReplaceAsync(Name(id), content, blob.Version, cancel) is not null;
            if (!isWritten) continue;
            if (found?.NextTry is { } before && !WaitingMarks.SameMark(before, changed.NextTry)) await marks.RemoveAsync(id, before, cancel);
            return (changed, true);
        }
    }

    static Submission? With(Submission? found, ArticleSource source) =>
        found is { State: SubmissionState.Waiting } && !found.Sources.Contains(source) && found.Sources.Length < Submission.MostSources
            ? found with { Sources = found.Sources.Add(source) }
            : null;

    /// <summary>Null for what is no submission: a spoilt file hides none of the others.</summary>
    static Submission? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.Submission) is { Sources: [_, ..] } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Name(string id) => $"{Prefix}{id}.json";
}

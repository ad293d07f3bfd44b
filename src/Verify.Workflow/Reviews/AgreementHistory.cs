using System.Collections.Immutable;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Reviews;

/// <summary>How often a reviewer lately agreed with another one, where two judged: <c>reviewers/{pseudonym}</c>. Derived from the journals.</summary>
sealed class AgreementHistory(IBlobs blobs)
{
    public const string Prefix = "reviewers/";

    /// <summary>So many of the last comparisons count.</summary>
    public const int Most = 50;

    /// <summary>Fewer say nothing about a person.</summary>
    const int Least = 10;

    const double Low = 0.7;

    /// <summary>Noting the same claim again changes nothing.</summary>
    public async Task NoteAsync(string reviewer, ClaimId claim, bool isAgreement, CancellationToken cancel)
    {
        while (true)
        {
            var blob = await blobs.ReadAsync(Prefix + reviewer, cancel);
            var before = Read(blob);
            if (before.Any(compared => compared.Claim == claim)) return;
            var content = Content(before.Append(new(claim, isAgreement)));
            if (blob is null ? await blobs.CreateAsync(Prefix + reviewer, content, cancel) : await blobs.ReplaceAsync(Prefix + reviewer, content, blob.Version, cancel) is not null)
                return;
        }
    }

    public async Task<bool> IsLowAsync(string reviewer, CancellationToken cancel)
    {
        var compared = Read(await blobs.ReadAsync(Prefix + reviewer, cancel));
        return compared.Length >= Least && compared.Count(one => one.IsAgreement) < Low * compared.Length;
    }

    /// <summary>As many of these as count, the last ones.</summary>
    public static byte[] Content(IEnumerable<Compared> compared) =>
        JsonSerializer.SerializeToUtf8Bytes<ImmutableArray<Compared>>([.. compared.TakeLast(Most)], WorkflowJson.Stored.ImmutableArrayCompared);

    // What cannot be read says nothing about anybody; a rebuild writes it anew.
    public static ImmutableArray<Compared> Read(Blob? blob)
    {
        try
        {
            return blob is null ? [] : JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.ImmutableArrayCompared) is { IsDefault: false } read ? read : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>One comparison of a reviewer's decision with another's.</summary>
public sealed record Compared(ClaimId Claim, bool IsAgreement);

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Audit;

/// <summary>
/// The looks and refusals of one day (UTC): in their order of each process that wrote, one process after the other. While two reviewers must judge a
/// claim apart, only the own refusals about it are told: another's would tell of a decision.
/// </summary>
/// <param name="Viewer">A pseudonym.</param>
public sealed record ReadAudit(DateOnly Day, string Viewer) : IRequest<IAsyncEnumerable<AuditEntry>>;

sealed class ReadAuditHandler(IBlobs blobs, Journal<ReviewEvent> reviews, AuditLog log) : IRequestHandler<ReadAudit, IAsyncEnumerable<AuditEntry>>
{
    public async Task<IAsyncEnumerable<AuditEntry>> Handle(ReadAudit asked, CancellationToken cancel)
    {
        await log.WriteAsync(cancel);
        return EntriesAsync($"{AuditLog.Prefix}{asked.Day.ToString(AuditLog.DayFormat, CultureInfo.InvariantCulture)}/", asked.Viewer, cancel);
    }

    async IAsyncEnumerable<AuditEntry> EntriesAsync(string prefix, string viewer, [EnumeratorCancellation] CancellationToken cancel)
    {
        var apart = new Dictionary<string, bool>(StringComparer.Ordinal);
        await foreach (var name in blobs.ListAsync(prefix, cancel: cancel))
        {
            if (await blobs.ReadAsync(name, cancel) is not { } blob) continue;
            for (var rest = blob.Content; rest.Span.IndexOf((byte)'\n') is >= 0 and var end; rest = rest[(end + 1)..])
                if (Read(rest.Span[..end]) is { } entry && (entry.Refused is null || entry.By == viewer || !await IsApartAsync(entry.About, apart, cancel))) yield return entry;
        }
    }

    async Task<bool> IsApartAsync(string? about, Dictionary<string, bool> known, CancellationToken cancel)
    {
        if (about is null || !ClaimId.TryParse(about, out var claim)) return false;
        if (!known.TryGetValue(about, out var isApart))
            known[about] = isApart = Visibility.IsApart(Review.Fold((await reviews.LoadAsync(claim.Value, cancel)).Events));
        return isApart;
    }

    // What is no entry was put there by somebody else; one line of it hides no other.
    static AuditEntry? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WorkflowJson.Stored.AuditEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

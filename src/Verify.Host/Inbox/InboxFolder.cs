using MediatR;
using Microsoft.Extensions.Logging;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Host.Inbox;

/// <summary>
/// The watched folder. A file is taken in once its size and time have stood still for <see cref="StandsStill"/>, and removed only after its
/// article is in the store. What cannot be read goes to quarantine; what cannot be taken stays where it is, with its reason in quarantine.
/// </summary>
sealed partial class InboxFolder(string folder, IMediator mediator, TimeProvider clock, ILogger<InboxFolder> log)
{
    public static readonly TimeSpan StandsStill = TimeSpan.FromMilliseconds(250);

    /// <summary>Larger files are left where they are: this much is read into memory to be quarantined whole.</summary>
    public const long LargestKept = 64 * 1024 * 1024;

    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    readonly Dictionary<string, Seen> entries = new(StringComparer.Ordinal);
    long? failedAt;

    /// <summary>Looks once at everything in the folder.</summary>
    public async Task ScanAsync(CancellationToken cancel)
    {
        if (failedAt is { } failure && clock.GetElapsedTime(failure) < RetryAfter) return;
        failedAt = null;
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (IsUnderWay(entry.Name)) continue;
            present.Add(entry.Name);
            if (!IsDue(entry)) continue;
            try
            {
                await TakeAsync(entry, cancel);
                entries[entry.Name] = entries[entry.Name] with { IsHandled = true };
            }
            catch (StoreException failed)
            {
                TakeFailed(entry.Name, failed.Message);
                failedAt = clock.GetTimestamp();
                return;
            }
        }
        foreach (var gone in entries.Keys.Except(present).ToList()) entries.Remove(gone);
    }

    static bool IsUnderWay(string name) =>
        name.StartsWith('.') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);

    bool IsDue(FileSystemInfo entry)
    {
        var stamp = Stamp.Of(entry);
        var now = clock.GetTimestamp();
        if (!entries.TryGetValue(entry.Name, out var seen) || seen.Stamp != stamp)
        {
            entries[entry.Name] = new(stamp, now, false);
            return false;
        }
        return !seen.IsHandled && clock.GetElapsedTime(seen.Since, now) >= StandsStill;
    }

    async Task TakeAsync(FileSystemInfo entry, CancellationToken cancel)
    {
        var source = new ArticleSource("inbox", entry.Name);
        if (WhyNotAFile(entry) is { } reason)
        {
            await mediator.Send(new QuarantineInput(null, source, reason.Code, reason.Message), cancel);
            Left(entry.Name, reason.Message);
            return;
        }
        var file = (FileInfo)entry;
        byte[] bytes;
        try
        {
            // A file without bytes is never opened: a named pipe looks like one, and opening it would wait for ever.
            bytes = file.Length == 0 ? [] : await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            var message = $"inbox/{entry.Name} cannot be opened: {denied.Message} It was left there; change its permissions or drop it again.";
            await mediator.Send(new QuarantineInput(null, source, "cannotOpen", message), cancel);
            Left(entry.Name, message);
            return;
        }
        switch (await mediator.Send(new SubmitArticle(new ArticleInput(bytes, FileName: entry.Name), source), cancel))
        {
            case Answer<Submitted>.Ok taken:
                Taken(entry.Name, taken.Value.Id);
                break;
            case Answer<Submitted>.Refused refused:
                await mediator.Send(new QuarantineInput(bytes, source, refused.Refusal.Code, refused.Refusal.Message), cancel);
                Quarantined(entry.Name, refused.Refusal.Message);
                break;
        }
        Remove(file);
    }

    static (string Code, string Message)? WhyNotAFile(FileSystemInfo entry) => entry switch
    {
        { LinkTarget: not null } => ("link", $"inbox/{entry.Name} is a link and was not followed. Drop the file itself."),
        DirectoryInfo => ("folder", $"inbox/{entry.Name} is a folder and was left there. Drop the files themselves."),
        FileInfo { Length: > LargestKept } file =>
            ("tooLarge", FormattableString.Invariant($"inbox/{entry.Name} has {file.Length} bytes and was left there. An article has at most {ArticleLimits.MostBytes} bytes: split it.")),
        _ => null,
    };

    void Remove(FileInfo file)
    {
        var taken = entries[file.Name].Stamp;
        file.Refresh();
        // Written to while it was taken in: that is another article, and the next scans take it.
        if (!file.Exists || Stamp.Of(file) != taken) return;
        try
        {
            file.Delete();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            Left(file.Name, $"inbox/{file.Name} was taken in and cannot be removed: {denied.Message}");
        }
    }

    readonly record struct Stamp(long Length, DateTime Written)
    {
        public static Stamp Of(FileSystemInfo entry) => new(entry is FileInfo file ? file.Length : 0, entry.LastWriteTimeUtc);
    }

    /// <param name="Since">Timestamp of the scan that first saw this stamp.</param>
    readonly record struct Seen(Stamp Stamp, long Since, bool IsHandled);

    [LoggerMessage(1101, LogLevel.Information, "Took in inbox/{Name} as article {Id}.")]
    partial void Taken(string name, ArticleId id);

    [LoggerMessage(1102, LogLevel.Warning, "Quarantined inbox/{Name}: {Reason}")]
    partial void Quarantined(string name, string reason);

    [LoggerMessage(1103, LogLevel.Warning, "Left inbox/{Name}: {Reason}")]
    partial void Left(string name, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "inbox/{Name} could not be taken in yet and stays there until it can: {Reason}")]
    partial void TakeFailed(string name, string reason);
}

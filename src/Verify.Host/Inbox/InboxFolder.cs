using MediatR;
using Microsoft.Extensions.Logging;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Host.Inbox;

/// <summary>
/// The watched folder. A file is taken in once its size and time have stood still for <see cref="StandsStill"/>, and leaves the folder only
/// after its article is in the store. What cannot be read goes to quarantine; what cannot be taken stays where it is, with its reason in quarantine.
/// </summary>
sealed partial class InboxFolder(string folder, IMediator mediator, TimeProvider clock, ILogger<InboxFolder> log)
{
    public static readonly TimeSpan StandsStill = TimeSpan.FromMilliseconds(250);

    /// <summary>A file without bytes is most often one that is about to be written.</summary>
    public static readonly TimeSpan EmptyStandsStill = TimeSpan.FromSeconds(2);

    /// <summary>When a file that cannot be opened, or a store that does not answer, is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Larger files are left where they are: this much is read into memory to be quarantined whole.</summary>
    public const long LargestKept = 64 * 1024 * 1024;

    readonly Dictionary<string, Seen> entries = new(StringComparer.Ordinal);
    readonly TakenFiles taken = new(folder, clock);
    bool isOpened;
    long? storeFailedAt;

    /// <summary>Looks once at everything in the folder.</summary>
    public async Task ScanAsync(CancellationToken cancel)
    {
        if (!isOpened) taken.PutAllBack();
        isOpened = true;
        taken.Settle();
        if (storeFailedAt is { } failure && clock.GetElapsedTime(failure) < RetryAfter) return;
        storeFailedAt = null;

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (IsUnderWay(entry.Name)) continue;
            present.Add(entry.Name);
            if (!IsDue(entry)) continue;
            try
            {
                await TakeAsync(entry, cancel);
            }
            catch (StoreException failed)
            {
                TakeFailed(entry.Name, failed.Message);
                storeFailedAt = clock.GetTimestamp();
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
        if (entries.TryGetValue(entry.Name, out var seen) && seen.Stamp == stamp) return !seen.IsLeft && clock.GetElapsedTime(seen.Since) >= seen.Wait;
        entries[entry.Name] = new(stamp, clock.GetTimestamp(), entry is FileInfo && stamp.Length == 0 ? EmptyStandsStill : StandsStill);
        return false;
    }

    async Task TakeAsync(FileSystemInfo entry, CancellationToken cancel)
    {
        var source = new ArticleSource("inbox", entry.Name);
        if (WhyNotAFile(entry) is { } reason)
        {
            await LeaveAsync(source, reason.Code, reason.Message, cancel);
            entries[entry.Name] = entries[entry.Name] with { IsLeft = true };
            return;
        }
        var file = (FileInfo)entry;
        byte[] bytes;
        try
        {
            // A file without bytes is never opened: a named pipe looks like one, and opening it would wait for ever.
            bytes = file.Length == 0 ? [] : await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // somebody else took it
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            var isTold = entries[entry.Name].Wait == RetryAfter;
            if (!isTold) await LeaveAsync(source, "cannotOpen", $"inbox/{entry.Name} cannot be opened: {denied.Message} It was left there and is tried again.", cancel);
            entries[entry.Name] = entries[entry.Name] with { Since = clock.GetTimestamp(), Wait = RetryAfter };
            return;
        }
        await SubmitAsync(source, bytes, cancel);
        Remove(file);
    }

    async Task SubmitAsync(ArticleSource source, byte[] bytes, CancellationToken cancel)
    {
        switch (await mediator.Send(new SubmitArticle(new ArticleInput(bytes, FileName: source.Name), source), cancel))
        {
            case Answer<Intake>.Ok { Value: Intake.Article article }:
                Taken(source.Name, article.Submitted.Id);
                break;
            case Answer<Intake>.Ok { Value: Intake.Waiting waiting }:
                Waits(source.Name, waiting.Submission.Address, waiting.Submission.Id);
                break;
            case Answer<Intake>.Refused refused:
                await mediator.Send(new QuarantineInput(bytes, source, refused.Refusal.Code, refused.Refusal.Message), cancel);
                Quarantined(source.Name, refused.Refusal.Message);
                break;
        }
    }

    async Task LeaveAsync(ArticleSource source, string code, string message, CancellationToken cancel)
    {
        await mediator.Send(new QuarantineInput(null, source, code, message), cancel);
        Left(source.Name, message);
    }

    static (string Code, string Message)? WhyNotAFile(FileSystemInfo entry) => entry switch
    {
        _ when Stamp.Of(entry) == Stamp.None => ("cannotOpen", $"inbox/{entry.Name} cannot be found under its name, which is not valid UTF-8. Rename it."),
        { LinkTarget: not null } => ("link", $"inbox/{entry.Name} is a link and was not followed. Drop the file itself."),
        DirectoryInfo => ("folder", $"inbox/{entry.Name} is a folder and was left there. Drop the files themselves."),
        FileInfo { Length: > LargestKept } file =>
            ("tooLarge", FormattableString.Invariant($"inbox/{entry.Name} has {file.Length} bytes and was left there. An article has at most {ArticleLimits.MostBytes} bytes: split it.")),
        _ => null,
    };

    void Remove(FileInfo file)
    {
        try
        {
            taken.Take(file, entries[file.Name].Stamp);
            entries.Remove(file.Name);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            Left(file.Name, $"inbox/{file.Name} was taken in and cannot be removed: {denied.Message}");
            entries[file.Name] = entries[file.Name] with { IsLeft = true };
        }
    }

    /// <param name="Since">Timestamp of the scan that first saw this stamp, or last tried it.</param>
    /// <param name="Wait">How long after that it is taken.</param>
    /// <param name="IsLeft">True when nothing more is tried until it changes.</param>
    readonly record struct Seen(Stamp Stamp, long Since, TimeSpan Wait, bool IsLeft = false);

    [LoggerMessage(1101, LogLevel.Information, "Took in inbox/{Name} as article {Id}.")]
    partial void Taken(string? name, ArticleId id);

    [LoggerMessage(1107, LogLevel.Information, "Took in inbox/{Name}; {Address} could not be fetched yet and is tried again as submission {Id}.")]
    partial void Waits(string? name, string address, string id);

    [LoggerMessage(1102, LogLevel.Warning, "Quarantined inbox/{Name}: {Reason}")]
    partial void Quarantined(string? name, string reason);

    [LoggerMessage(1103, LogLevel.Warning, "Left inbox/{Name}: {Reason}")]
    partial void Left(string? name, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "inbox/{Name} could not be taken in yet and stays there until it can: {Reason}")]
    partial void TakeFailed(string name, string reason);
}

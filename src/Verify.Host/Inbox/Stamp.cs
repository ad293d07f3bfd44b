namespace Verify.Host.Inbox;

/// <summary>What shows that a file was written to: its size and time.</summary>
readonly record struct Stamp(long Length, DateTime Written)
{
    /// <summary>A name that leads nowhere: it is not valid text, so the system cannot be asked for the file by it.</summary>
    public static readonly Stamp None = new(-1, DateTime.MinValue);

    public static Stamp Of(FileSystemInfo entry)
    {
        try
        {
            entry.Refresh();
            return entry.Exists || entry.LinkTarget is not null ? new((entry as FileInfo)?.Length ?? 0, entry.LastWriteTimeUtc) : None;
        }
        catch (IOException)
        {
            return None; // gone in between, or a link that leads nowhere
        }
    }
}

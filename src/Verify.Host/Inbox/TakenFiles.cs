namespace Verify.Host.Inbox;

/// <summary>
/// Files that were taken in, out of sight in <c>.taken/</c> until it is certain that nobody still writes to them. One that was written to
/// after it was read goes back to the inbox: a slow writer loses nothing.
/// </summary>
sealed class TakenFiles(string inbox, TimeProvider clock)
{
    public const string Folder = ".taken";

    /// <summary>How long a file that was taken in is watched.</summary>
    public static readonly TimeSpan Watched = TimeSpan.FromSeconds(10);

    readonly List<Taken> files = [];

    /// <summary>Puts back what an earlier run left: what is in the store already is known there by its bytes.</summary>
    public void PutAllBack()
    {
        var hidden = new DirectoryInfo(Path.Combine(inbox, Folder));
        if (!hidden.Exists) return;
        foreach (var file in hidden.EnumerateFiles("*", SearchOption.AllDirectories)) PutBack(file);
        foreach (var place in hidden.EnumerateDirectories()) RemoveEmpty(place);
    }

    /// <summary>Moves a file out of the inbox.</summary>
    /// <param name="read">The stamp it had when it was read.</param>
    public void Take(FileInfo file, Stamp read)
    {
        var place = Directory.CreateDirectory(Path.Combine(inbox, Folder, Guid.NewGuid().ToString("N")));
        file.MoveTo(Path.Combine(place.FullName, file.Name));
        files.Add(new(file, read, clock.GetTimestamp()));
    }

    /// <summary>Removes what stood still long enough and puts back what did not.</summary>
    public void Settle()
    {
        foreach (var taken in files.Where(taken => clock.GetElapsedTime(taken.Since) >= Watched).ToList())
        {
            var stamp = Stamp.Of(taken.File);
            if (stamp == taken.Read) taken.File.Delete();
            else if (stamp != Stamp.None && !PutBack(taken.File)) continue;
            files.Remove(taken); // also when somebody removed it meanwhile
            RemoveEmpty(taken.File.Directory!);
        }
    }

    /// <summary>False while another file of that name is in the inbox.</summary>
    bool PutBack(FileInfo file)
    {
        var place = file.Directory!;
        var name = Path.Combine(inbox, file.Name);
        if (File.Exists(name)) return false;
        File.Move(file.FullName, name);
        RemoveEmpty(place);
        return true;
    }

    static void RemoveEmpty(DirectoryInfo place)
    {
        place.Refresh();
        if (place.Exists && !place.EnumerateFileSystemInfos().Any()) place.Delete();
    }

    readonly record struct Taken(FileInfo File, Stamp Read, long Since);
}

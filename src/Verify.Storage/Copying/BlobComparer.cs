using Verify.Workflow.Blobs;

namespace Verify.Storage.Copying;

/// <summary>Reads one blob on both sides and tells how they differ.</summary>
internal sealed class BlobComparer(IBlobs from, IBlobs to, CopyCounts counts)
{
    int behind;

    /// <summary>Whether something was found that copying once more brings across: the source changed since it was copied.</summary>
    public bool IsBehind => Volatile.Read(ref behind) > 0;

    public async Task CompareAsync(NamePair pair, CancellationToken cancel)
    {
        var source = pair.IsInFrom ? await from.ReadAsync(pair.Name, cancel) : null;
        var copy = pair.IsInTo ? await to.ReadAsync(pair.Name, cancel) : null;
        if (source is null && copy is null) return;
        if (What(source, copy) is { } what) counts.Different(pair.Name, what);
        else counts.Same(source!.Content.Length);
    }

    string? What(Blob? source, Blob? copy)
    {
        if (source is null) return "is in TO alone. If FROM has finished with it meanwhile, delete it in TO.";
        if (copy is null || (source.IsGrown && copy.IsGrown && copy.Content.Length < source.Content.Length && source.Content.Span.StartsWith(copy.Content.Span)))
        {
            Interlocked.Increment(ref behind);
            return "changes in FROM while it is copied. Stop the desk there and copy again.";
        }
        if (source.IsGrown != copy.IsGrown) return $"was {Kept(source)} in FROM and {Kept(copy)} in TO. Delete it in TO and copy again.";
        var same = source.Content.Span.CommonPrefixLength(copy.Content.Span);
        if (same == source.Content.Length && same == copy.Content.Length) return null;
        return source.IsGrown && same == source.Content.Length
            ? $"goes on in TO behind the {same} bytes of FROM: a desk was opened there. Choose which of the two goes on."
            : $"differs from byte {same} on. It is left as it is: if FROM is right, delete it in TO and copy again.";
    }

    static string Kept(Blob blob) => blob.IsGrown ? "grown by appending" : "written whole";
}

using Verify.Workflow.Blobs;

namespace Verify.Storage.Copying;

/// <summary>Brings one blob across: nothing that is there is overwritten, and doing it again does nothing.</summary>
internal sealed class BlobCopier(IBlobs from, IBlobs to, CopyCounts counts)
{
    // Of looking again because somebody else appended, another copy of the same perhaps.
    const int MostTries = 10;

    public async Task CopyAsync(NamePair pair, CancellationToken cancel)
    {
        if (!pair.IsInFrom || await from.ReadAsync(pair.Name, cancel) is not { } source) return;
        if (source.IsGrown) await GrowAsync(pair.Name, source.Content, cancel);
        else if (!pair.IsInTo && await to.CreateAsync(pair.Name, source.Content, cancel)) counts.Wrote(source.Content.Length, isAnother: true);
    }

    /// <summary>Appends what is missing behind what is there, where that is how the source begins. Anything else is left to the comparison.</summary>
    async Task GrowAsync(string name, ReadOnlyMemory<byte> source, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var there = await to.ReadAsync(name, cancel) ?? new Blob(ReadOnlyMemory<byte>.Empty, "") { IsGrown = true };
            if (!there.IsGrown || !source.Span.StartsWith(there.Content.Span) || await AppendAsync(name, source, there.Content.Length, cancel)) return;
        }
    }

    /// <summary>False when the blob ends elsewhere by now. True when all is there, or a line stands in the way that no store takes.</summary>
    async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> source, int position, CancellationToken cancel)
    {
        for (var isAnother = true; Lines(source[position..]) is { IsEmpty: false } lines; isAnother = false)
        {
            if (!await to.AppendAsync(name, lines, position, cancel)) return false;
            counts.Wrote(lines.Length, isAnother);
            position += lines.Length;
        }
        return true;
    }

    /// <summary>As many whole lines as one append takes.</summary>
    static ReadOnlyMemory<byte> Lines(ReadOnlyMemory<byte> rest) =>
        rest.Length <= BlobRules.LongestAppend ? rest : rest[..(rest.Span[..BlobRules.LongestAppend].LastIndexOf((byte)'\n') + 1)];
}

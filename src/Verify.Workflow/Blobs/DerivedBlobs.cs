namespace Verify.Workflow.Blobs;

/// <summary>Names whose content follows from journals, and is put right whenever somebody looks.</summary>
static class DerivedBlobs
{
    /// <summary>Makes a blob hold this, whatever stood there.</summary>
    public static async Task PutAsync(this IBlobs blobs, string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        while (!await blobs.CreateAsync(name, content, cancel))
        {
            if (await blobs.ReadAsync(name, cancel) is not { } old) continue;
            if (old.Content.Span.SequenceEqual(content.Span) || await blobs.ReplaceAsync(name, content, old.Version, cancel) is not null) return;
        }
    }
}

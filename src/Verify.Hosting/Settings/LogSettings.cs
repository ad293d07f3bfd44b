using Verify.Hosting.Secrets;
using Verify.Storage;
using Verify.Web.Keys;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;

namespace Verify.Hosting.Settings;

/// <param name="Key">Signs the log's checkpoints; null where the host keeps its own.</param>
/// <param name="Origin">Names the log.</param>
/// <param name="Memory">A folder or a container where what was signed is remembered; null where the host has its own place.</param>
public sealed record LogSettings(Secret? Key, string Origin, string? Memory = null)
{
    static readonly KeptKey Kept = new("log.key", "what a new one signs is another log, and every checkpoint signed before is disowned.");

    /// <summary>With the key that was given, or else the one of a folder, which the first to ask makes.</summary>
    /// <exception cref="InvalidOperationException">Neither is there.</exception>
    public LogSigner Signer(string? keys) =>
        new(Origin, Key is not null ? Key.Bytes.AsSpan() : Kept.In(keys ?? throw new InvalidOperationException("The log's key is neither a setting nor in a folder.")));

    /// <summary>What is remembered of the log, in the place that was given, or else in that of the host. Opening it changes nothing.</summary>
    public LogMemory MemoryIn(string? otherwise) => (Memory ?? otherwise) is { } place ? LogMemory.In(Stores.Open(place), Stores.Shown(place)) : LogMemory.None;

    /// <summary>The public half of the same key; null where there is no key yet. Changes nothing.</summary>
    public VerifierKey? FindVerifier(string keys)
    {
        if ((Key?.Bytes.ToArray() ?? Kept.FindIn(keys)) is not { } secret) return null;
        using var signer = new LogSigner(Origin, secret);
        return signer.Verifier;
    }
}

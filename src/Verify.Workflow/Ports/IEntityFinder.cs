using System.Collections.Immutable;
using Verify.Claims;

namespace Verify.Workflow.Ports;

/// <summary>
/// Finds whom a text names, and which quantities. Asked beside the extractor, whose claims stand without it: what it answers decides neither
/// which claims there are nor their figures nor their worth.
/// </summary>
public interface IEntityFinder
{
    /// <summary>Answers within a time of its own, and never throws for what the service behind it does.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<EntityAnswer> FindAsync(EntityQuestion asked, CancellationToken cancel = default);
}

/// <param name="Text">The article's whole text: places are counted in it.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Sentences">What is asked about, ascending and without overlaps; the rest of the text need not be looked at.</param>
public sealed record EntityQuestion(string Text, string Language, ImmutableArray<Excerpt> Sentences);

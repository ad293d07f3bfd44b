using Verify.Workflow.Reviews;

namespace Verify.Workflow;

/// <summary>What a request gives back: a value, or a refusal that says why and what to do.</summary>
public abstract record Answer<T> : IAnswer
{
    Answer() { }

    public sealed record Ok(T Value) : Answer<T>;

    public sealed record Refused(Refusal Refusal) : Answer<T>;

    Refusal? IAnswer.Refusal => (this as Refused)?.Refusal;

    public static implicit operator Answer<T>(T value) => new Ok(value);

    public static implicit operator Answer<T>(Refusal refusal) => new Refused(refusal);
}

/// <summary>An answer of any type, for those who look only at the refusal.</summary>
interface IAnswer
{
    Refusal? Refusal { get; }
}

/// <summary>Why a request was refused.</summary>
/// <param name="Code">camelCase and stable, for programs: <c>claimClosed</c>, <c>shownMissing</c> …</param>
/// <param name="Message">Names the thing, the place and the way out.</param>
/// <param name="Field">JSON pointer to the field at fault, where one is.</param>
/// <param name="Current">The state that stands in the way, where that helps: the claim as it is now.</param>
/// <param name="Changes">In what that differs from what the request was about, where both are known.</param>
public sealed record Refusal(
    RefusalKind Kind, string Code, string Message, string? Field = null, object? Current = null, IReadOnlyList<ReadingChange>? Changes = null);

/// <summary>The sorts of refusal, each with the one HTTP status that doors answer it with.</summary>
public enum RefusalKind
{
    /// <summary>400: the input cannot be read.</summary>
    Malformed,

    /// <summary>403: this role may not do that.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>409: the state no longer allows it.</summary>
    Conflict,

    /// <summary>410: it was here, and was removed for good.</summary>
    Gone,

    /// <summary>412: the judgement was made on another reading than the one that stands.</summary>
    Stale,

    /// <summary>413.</summary>
    TooLarge,

    /// <summary>415.</summary>
    UnsupportedFormat,

    /// <summary>422: understood, and wrong in one field.</summary>
    Invalid,

    /// <summary>428: what was shown must be named.</summary>
    ShownMissing,

    /// <summary>429: it was asked for too often.</summary>
    TooMany,

    /// <summary>503: somebody else who is needed for it does not answer.</summary>
    Unavailable,
}

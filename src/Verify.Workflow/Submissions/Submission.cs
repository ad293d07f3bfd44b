using System.Collections.Immutable;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Submissions;

/// <summary>An address that could not be fetched at once, and what became of it: <c>submissions/{id}.json</c>.</summary>
/// <param name="Id">Lower-case hex SHA-256 of the address: one address is one submission, whoever sends it.</param>
/// <param name="Sources">Everybody who sent it while it waited, at most <see cref="MostSources"/>.</param>
/// <param name="Tries">How often it was tried; counted before each try, so that a page that ends the process ends its submission too.</param>
/// <param name="NextTry">Null when it waits no more.</param>
/// <param name="Problem">What went wrong last; null once it is an article.</param>
/// <param name="Article">Null until it is one.</param>
public sealed record Submission(
    string Id, string Address, ImmutableArray<ArticleSource> Sources, string? Language, StatedFacts? Stated, SubmissionState State,
    int Tries, DateTimeOffset SentAt, DateTimeOffset? NextTry, SubmissionProblem? Problem = null, ArticleId? Article = null)
{
    /// <summary>Later senders get the same answer and are not written down.</summary>
    public const int MostSources = 100;
}

/// <param name="Code">camelCase and stable.</param>
/// <param name="Message">Names the thing, the place and the way out.</param>
public sealed record SubmissionProblem(string Code, string Message);

public enum SubmissionState
{
    /// <summary>It is tried again.</summary>
    Waiting,

    /// <summary>It is an article.</summary>
    Done,

    /// <summary>It was given up: the reason is in quarantine too.</summary>
    Quarantined,
}

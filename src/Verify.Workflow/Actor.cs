namespace Verify.Workflow;

/// <summary>Who asks. <see cref="Id"/> is a pseudonym (letters, digits, hyphens, at most 64): the only trace of a person that journals and records keep.</summary>
public sealed record Actor(string Id, Role Role)
{
    /// <summary>Reviewers and editors judge claims.</summary>
    public bool MayDecide => Role is Role.Reviewer or Role.Editor;

    /// <summary>Editors correct and retract what was published.</summary>
    public bool MayRevise => Role is Role.Editor;
}

/// <summary>What a signed-in person or program may do.</summary>
public enum Role
{
    /// <summary>Sends articles in and reads what became of them.</summary>
    Submitter,

    /// <summary>Judges claims.</summary>
    Reviewer,

    /// <summary>Judges claims, also those that were escalated or disagreed on; corrects and retracts records.</summary>
    Editor,

    /// <summary>Runs the desk: quarantine, figures; judges nothing.</summary>
    Operator,
}

namespace Verify.Workflow;

/// <summary>What a process wants next.</summary>
public abstract record Step
{
    Step() { }

    /// <summary>A piece of work that is due now; its event moves the process on.</summary>
    public sealed record Do(Work Work) : Step;

    /// <summary>Nothing until something happens or, where given, the time has come.</summary>
    public sealed record Wait(DateTimeOffset? Until) : Step;

    /// <summary>Nothing ever again.</summary>
    public sealed record Finished(string Outcome) : Step;
}

/// <summary>A piece of work, in the imperative: <c>ExtractClaims</c>, <c>PublishRecord</c>. Idempotent and keyed by content, so anyone may do it twice.</summary>
public abstract record Work
{
    /// <summary>
    /// What this work did stands in the store for good, and doing it again changes nothing. Its event may then be written together with the
    /// one after it.
    /// </summary>
    public virtual bool ShowsInStore => false;
}

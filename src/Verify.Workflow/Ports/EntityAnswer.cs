using System.Collections.Immutable;

namespace Verify.Workflow.Ports;

/// <summary>Either what was found or why there is nothing.</summary>
public abstract record EntityAnswer
{
    EntityAnswer() { }

    /// <summary>This desk asks nobody: its claims say nothing of entities.</summary>
    public sealed record Off : EntityAnswer;

    /// <param name="Entities">In any order.</param>
    /// <param name="Missing">What was asked about in vain; empty when all was answered.</param>
    /// <param name="Source">What found them, with its version.</param>
    public sealed record Found(ImmutableArray<Entity> Entities, ImmutableArray<MissingEntities> Missing, string Source) : EntityAnswer;

    /// <summary>Nothing was answered.</summary>
    public sealed record Unavailable(WhyNoEntities Why) : EntityAnswer;
}

/// <summary>A part of the text for which nothing was answered.</summary>
public sealed record MissingEntities(int Start, int End, WhyNoEntities Why);

/// <summary>Why nothing was answered. Written into claims: a name once written is never changed.</summary>
public enum WhyNoEntities
{
    LanguageNotServed,

    /// <summary>The desk has asked as often as its settings let it.</summary>
    BudgetSpent,

    TimedOut,

    /// <summary>The service does not take the desk's identity.</summary>
    NotAllowed,

    /// <summary>It could not be reached, or answered an error or nothing that can be read.</summary>
    Failed,
}

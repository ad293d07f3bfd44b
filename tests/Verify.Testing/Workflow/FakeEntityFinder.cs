using Verify.Workflow.Ports;

namespace Verify.Testing.Workflow;

/// <summary>Answers what the test wrote down, and notes what it was asked.</summary>
public sealed class FakeEntityFinder(Func<EntityQuestion, EntityAnswer> answer) : IEntityFinder
{
    readonly List<EntityQuestion> asked = [];

    public IReadOnlyList<EntityQuestion> Asked => asked;

    /// <summary>Finds these words wherever they stand first, with all confidence.</summary>
    public static FakeEntityFinder Naming(params (EntityKind Kind, string Words)[] named) => new(question => Found(question.Text, named));

    public static EntityAnswer.Found Found(string text, params (EntityKind Kind, string Words)[] named) => new(
        [.. from one in named
            let at = text.IndexOf(one.Words, StringComparison.Ordinal)
            where at >= 0
            select new Entity(one.Kind, at, at + one.Words.Length, 1)],
        [], "by hand");

    public Task<EntityAnswer> FindAsync(EntityQuestion question, CancellationToken cancel = default)
    {
        asked.Add(question);
        return Task.FromResult(answer(question));
    }
}

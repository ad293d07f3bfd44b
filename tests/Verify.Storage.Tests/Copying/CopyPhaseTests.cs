using Verify.Storage.Copying;

namespace Verify.Storage.Tests.Copying;

/// <summary>What is copied before what.</summary>
public sealed class CopyPhaseTests
{
    /// <summary>A name, and what must be in the copy before it.</summary>
    [Theory]
    [InlineData("journals/article/a", "articles/a/raw")]
    [InlineData("journals/article/a", "journals/review/a-1+lines")]
    [InlineData("records/2026/03/a.superseded.json", "records/2026/03/b.json")]
    [InlineData("log/pending/a", "records/2026/03/a.superseded.json")]
    [InlineData("due/202603021200/a-1", "journals/review/a-1")]
    [InlineData("outbox/new/a-1/reviewReminded", "journals/review/a-1")]
    [InlineData("outbox/waiting/202603021200.webhook-chat.a", "journals/review/a-1")]
    public void What_names_something_comes_after_it(string name, string named)
    {
        Assert.True(PhaseOf(name) > PhaseOf(named), $"{name} is copied before {named}.");
    }

    [Theory]
    [InlineData("states/published/ab/abc-1")]
    [InlineData("contacts/a1b2")]
    [InlineData("codes/a1b2")]
    [InlineData("outbox/digests/person-a1b2")]
    public void Everything_is_copied_once(string name) => Assert.True(PhaseOf(name) >= 0);

    static int PhaseOf(string name) =>
        CopyPhase.Order.Index().Single(phase => name.StartsWith(phase.Item.Prefix, StringComparison.Ordinal) && phase.Item.Holds(name)).Index;
}

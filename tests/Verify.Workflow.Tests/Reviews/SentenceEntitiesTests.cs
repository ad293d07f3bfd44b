using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>A finder's word is checked before a claim holds it.</summary>
public sealed class SentenceEntitiesTests
{
    // "😀" is two code units, "é" here is a letter and an accent that combines with it.
    const string Text = "First one. Ani 😀 met Bude\u0301 twice. Last one.";
    static readonly Phrase Sentence = new(11, 33, Text[11..33]);

    static EntitiesReading Of(EntityAnswer answer) => new SentenceEntities(Text, answer).Of(Sentence);

    static EntityAnswer Found(params Entity[] entities) => new EntityAnswer.Found([.. entities], [], "by hand");

    public static TheoryData<string, int, int, double, string?> Places => new()
    {
        { "a name", 11, 14, 1, "Ani" },
        { "the whole sentence", 11, 33, 1, Text[11..33] },
        { "an emoji as well", 11, 17, 1, "Ani 😀" },
        { "ends inside a surrogate pair", 11, 16, 1, null },
        { "begins inside a surrogate pair", 16, 21, 1, null },
        { "leaves its accent behind", 22, 26, 1, null },
        { "takes its accent along", 22, 27, 1, "Bude\u0301" },
        { "begins before the sentence", 6, 14, 1, null },
        { "ends behind the sentence", 28, 36, 1, null },
        { "another sentence", 0, 5, 1, null },
        { "negative", -3, 2, 1, null },
        { "behind the text", 40, 400, 1, null },
        { "as far as numbers go", int.MinValue, int.MaxValue, 1, null },
        { "empty", 12, 12, 1, null },
        { "backwards", 14, 11, 1, null },
        { "a blank", 14, 15, 1, null },
        { "likely enough", 11, 14, 0.5, "Ani" },
        { "unlikely", 11, 14, 0.49, null },
        { "more than certain", 11, 14, 1.01, null },
        { "no number", 11, 14, double.NaN, null },
    };

    [Theory, MemberData(nameof(Places))]
    public void A_place_that_cannot_be_is_dropped(string what, int start, int end, double confidence, string? words)
    {
        Assert.NotEmpty(what);
        Assert.Equal(words, Of(Found(new Entity(EntityKind.Person, start, end, confidence))).Named.SingleOrDefault()?.Text);
    }

    [Fact]
    public void A_kind_that_nobody_knows_is_dropped() => Assert.Empty(Of(Found(new Entity((EntityKind)99, 11, 14, 1))).Named);

    [Fact]
    public void Entities_stand_in_the_order_of_the_text_each_once() => Assert.Equal(
        ["Ani 😀", "Ani", "Bude\u0301"],
        Of(Found(
            new(EntityKind.Person, 22, 27, 0.9), new(EntityKind.Person, 11, 14, 0.7), new(EntityKind.Person, 22, 27, 0.6), new(EntityKind.Organisation, 11, 17, 0.8)))
            .Named.Select(named => named.Text));

    [Fact]
    public void A_sentence_keeps_the_surest_of_too_many()
    {
        var text = new string('a', 200);
        var found = new EntityAnswer.Found([.. Enumerable.Range(0, 100).Select(at => new Entity(EntityKind.Person, at, at + 1, 0.5 + at / 1000d))], [], "by hand");
        var named = new SentenceEntities(text, found).Of(new(0, 200, text)).Named;
        Assert.Equal(Enumerable.Range(100 - SentenceEntities.Most, SentenceEntities.Most), named.Select(one => one.Start));
    }

    [Theory]
    [InlineData(0, 11, EntitiesState.Found)]
    [InlineData(0, 12, EntitiesState.Unavailable)]
    [InlineData(32, 40, EntitiesState.Unavailable)]
    [InlineData(33, 40, EntitiesState.Found)]
    public void A_part_that_was_not_answered_concerns_the_sentences_in_it(int start, int end, EntitiesState state)
    {
        var entities = Of(new EntityAnswer.Found([], [new(start, end, WhyNoEntities.BudgetSpent)], "by hand"));
        Assert.Equal((state, state == EntitiesState.Found ? null : (WhyNoEntities?)WhyNoEntities.BudgetSpent), (entities.State, entities.Reason));
    }

    [Fact]
    public void A_person_is_a_hint_of_risk()
    {
        Assert.True(Of(Found(new Entity(EntityKind.Person, 11, 14, 1))).NamesPerson);
        Assert.False(Of(Found(new Entity(EntityKind.Organisation, 11, 14, 1))).NamesPerson);
    }
}

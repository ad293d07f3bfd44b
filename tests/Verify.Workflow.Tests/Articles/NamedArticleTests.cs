using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Articles;

/// <summary>An article goes its way with a finder beside it, whatever that answers.</summary>
public sealed class NamedArticleTests
{
    const string Text =
        "Budi Santoso menghela napas: “Sudah 1.250 rumah terendam,” katanya.\n"
        + "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    async Task<TestDesk> OpenAsync(IEntityFinder? finder, IBlobs? over = null) =>
        await TestDesk.OpenAsync(over ?? store, clock, new CrankedDriver(clock), more: services =>
        {
            if (finder is not null) services.AddSingleton(finder);
        });

    async Task<IReadOnlyList<ClaimView>> ClaimsAsync(TestDesk desk)
    {
        List<ClaimView> claims = [];
        foreach (var entry in await desk.QueueAsync()) claims.Add(await desk.ClaimAsync(entry.Id));
        return [.. claims.OrderBy(claim => claim.Id.Start)];
    }

    async Task<IReadOnlyList<ClaimView>> ReviewedAsync(IEntityFinder? finder)
    {
        var desk = await OpenAsync(finder);
        await desk.SubmitAsync(Text);
        await desk.Driver.SettleAsync();
        return await ClaimsAsync(desk);
    }

    [Fact]
    public async Task A_claim_tells_whom_its_sentence_names()
    {
        var finder = FakeEntityFinder.Naming((EntityKind.Person, "Budi Santoso"), (EntityKind.Organisation, "Dinas Pekerjaan Umum"));
        var claims = await ReviewedAsync(finder);
        Assert.Equal(["Budi Santoso"], claims[0].Reading.Entities!.Named.Select(named => named.Text));
        Assert.Equal("Budi Santoso", claims[0].Reading.Speaker?.Text);
        Assert.Equal(["Dinas Pekerjaan Umum"], claims[1].Reading.Entities!.Named.Select(named => named.Text));
    }

    [Fact]
    public async Task The_finder_is_asked_once_about_the_sentences_of_the_claims()
    {
        var finder = FakeEntityFinder.Naming();
        await ReviewedAsync(finder);
        var asked = Assert.Single(finder.Asked);
        Assert.Equal((Text.TrimEnd(), "id"), (asked.Text.TrimEnd(), asked.Language));
        Assert.Equal(["Budi ", "Dinas"], asked.Sentences.Select(place => asked.Text[place.Start..(place.Start + 5)]));
    }

    [Fact]
    public async Task A_desk_that_asks_nobody_writes_nothing_of_it() =>
        Assert.All(await ReviewedAsync(null), claim => Assert.Null(claim.Reading.Entities));

    [Fact]
    public async Task An_article_without_claims_is_not_asked_about()
    {
        var finder = FakeEntityFinder.Naming();
        var desk = await OpenAsync(finder);
        await desk.SubmitAsync("Warga berharap pasar dibuka lagi.");
        await desk.Driver.SettleAsync();
        Assert.Empty(finder.Asked);
    }

    [Theory]
    [InlineData(WhyNoEntities.LanguageNotServed)]
    [InlineData(WhyNoEntities.BudgetSpent)]
    [InlineData(WhyNoEntities.TimedOut)]
    [InlineData(WhyNoEntities.NotAllowed)]
    [InlineData(WhyNoEntities.Failed)]
    public async Task A_service_that_does_not_answer_costs_a_claim_its_names_and_nothing_else(WhyNoEntities why)
    {
        var claims = await ReviewedAsync(new FakeEntityFinder(_ => new EntityAnswer.Unavailable(why)));
        Assert.All(claims, claim => Assert.Equal((EntitiesState.Unavailable, why), (claim.Reading.Entities!.State, claim.Reading.Entities.Reason)));
        Assert.Equal(2, claims.Count);
    }

    /// <summary>At every write of taking an article in and reading it, the machine stops; the next one's finder answers otherwise.</summary>
    [Fact]
    public async Task Two_tries_with_different_answers_are_one_article_with_one_set_of_claims()
    {
        var alone = (await ReviewedAsync(null)).Select(claim => (claim.Id, claim.Reading.Worth, claim.Reading.Quantities[0].Value)).ToList();
        for (var write = 1; ; write++)
        {
            var inner = new MemoryBlobs();
            var dying = FaultyBlobs.DiesAtWrite(write, inner);
            var first = await OpenAsync(FakeEntityFinder.Naming((EntityKind.Person, "Budi Santoso")), dying);
            try
            {
                await first.SubmitAsync(Text);
                await first.Driver.SettleAsync();
            }
            catch (StoreException) { }
            var second = await OpenAsync(FakeEntityFinder.Naming((EntityKind.Organisation, "Dinas Pekerjaan Umum"), (EntityKind.Person, "Budi")), inner);
            await second.SubmitAsync(Text);
            await second.Driver.PassAsync(TimeSpan.FromMinutes(1));
            var claims = await ClaimsAsync(second);
            Assert.Equal(alone, claims.Select(claim => (claim.Id, claim.Reading.Worth, claim.Reading.Quantities[0].Value)));
            // Both claims tell what one of the two finders answered.
            Assert.Contains(
                string.Join('|', claims.SelectMany(claim => claim.Reading.Entities!.Named).Select(named => named.Text)),
                new[] { "Budi Santoso", "Budi|Dinas Pekerjaan Umum" });
            if (!dying.Reached) return;
        }
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Claims;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Articles;

/// <summary>An article of two languages: its claims say which of them they were read in.</summary>
public sealed class MixedArticleTests
{
    const string Indonesian = "Kementerian Perindustrian menyatakan pada hari Selasa bahwa pabrik baru itu mempekerjakan lebih dari 3.200 orang di kabupaten itu.\n";
    const string English = "The Ministry of Trade said on Tuesday that the new plant exports more than 60 percent of what it makes to the whole of the region.\n";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<(TestDesk Desk, ClaimView[] Claims)> ReviewedAsync(string? language, IEntityFinder? finder = null)
    {
        var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), more: services =>
        {
            if (finder is not null) services.AddSingleton(finder);
        });
        await desk.SubmitAsync(Indonesian + English + Indonesian, language);
        await desk.Driver.SettleAsync();
        List<ClaimView> claims = [];
        foreach (var entry in await desk.QueueAsync()) claims.Add(await desk.ClaimAsync(entry.Id));
        return (desk, [.. claims.OrderBy(claim => claim.Id.Start)]);
    }

    [Fact]
    public async Task Each_claim_is_read_in_the_language_of_its_paragraph_and_found_under_it()
    {
        var (desk, claims) = await ReviewedAsync(language: null);

        Assert.Equal([("id", null, 3200m), ("id", "en", 60m), ("id", null, 3200m)], claims.Select(claim => (claim.Article.Language, claim.Reading.Language, claim.Reading.Quantities[0].Value)));
        Assert.Equal(["en", "id", "id"], (await desk.QueueAsync()).Select(entry => entry.Language).Order());
    }

    [Fact]
    public async Task The_language_that_the_sender_states_is_that_of_every_claim()
    {
        var (_, claims) = await ReviewedAsync("id");

        Assert.All(claims, claim => Assert.Null(claim.Reading.Language));
    }

    [Fact]
    public async Task Names_are_asked_for_in_the_language_of_the_article_alone()
    {
        var finder = FakeEntityFinder.Naming((EntityKind.Organisation, "Ministry of Trade"));
        var (_, claims) = await ReviewedAsync(language: null, finder);

        Assert.DoesNotContain(Assert.Single(finder.Asked).Sentences, place => place.Start == Indonesian.Length);
        Assert.Null(claims[1].Reading.Entities);
    }

    [Fact]
    public void What_is_in_one_language_is_written_as_it_always_was()
    {
        const string text = """{"text":"Harga naik.","format":"text","language":"id","title":null,"publisher":null,"published":null,"url":null,"authors":[]}""";
        var read = JsonSerializer.Deserialize(text, WorkflowJson.Stored.ArticleText)!;

        Assert.Null(read.Others);
        Assert.Equal(text, JsonSerializer.Serialize(read, WorkflowJson.Stored.ArticleText));
        Assert.DoesNotContain("language", JsonSerializer.Serialize(Sample.Reading, WorkflowJson.Stored.Reading), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_article_is_in_another_language_is_kept_with_its_text()
    {
        var (desk, claims) = await ReviewedAsync(language: null);
        var kept = JsonSerializer.Deserialize((await store.ReadAsync($"articles/{claims[0].Id.Article}/text.json", Cancel))!.Content.Span, WorkflowJson.Stored.ArticleText)!;

        Assert.Equal([new LanguageStretch(Indonesian.Length, Indonesian.Length + English.Length - 1, "en")], kept.Others!.Value);
        Assert.NotNull(desk);
    }
}

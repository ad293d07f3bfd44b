using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Journal;

/// <summary>Journals written by every version so far stay readable: an event once written is never renamed.</summary>
public sealed class OldJournalTests
{
    /// <summary>One file a version that added events of that kind.</summary>
    static readonly Dictionary<string, int> Versions = new() { ["article"] = 4, ["review"] = 5 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<byte[]> LinesAsync(string name)
    {
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    [Fact]
    public async Task Reviews_of_every_version_are_read() => Assert.Equal(
        Names(typeof(ReviewEvent)),
        (await ReadAsync("review", WorkflowJson.Stored.ReviewEvent)).Select(NameOf).Distinct().Order());

    [Fact]
    public async Task Articles_of_every_version_are_read() => Assert.Equal(
        Names(typeof(ArticleEvent)),
        (await ReadAsync("article", WorkflowJson.Stored.ArticleEvent)).Select(NameOf).Distinct().Order());

    [Fact]
    public async Task An_article_whose_reviews_a_version_without_rests_opened_has_no_time_for_them()
    {
        var opened = (await ReadAsync("article", WorkflowJson.Stored.ArticleEvent)).OfType<ReviewsOpened>().Select(happened => happened.RestUntil);
        Assert.Equal([null, Sample.Noon.AddDays(2).AddMinutes(3)], opened);
    }

    [Fact]
    public async Task A_source_without_an_address_is_what_it_was_and_one_with_an_address_is_another()
    {
        var sources = Article.Fold(await ReadAsync("article", WorkflowJson.Stored.ArticleEvent)).Sources;
        Assert.Equal([new("inbox", "jembatan.txt"), new("http", "s-1"), new("http", "s-1", "https://kabar.example/sama")], sources);
    }

    static async Task<List<TEvent>> ReadAsync<TEvent>(string kind, JsonTypeInfo<TEvent> json)
        where TEvent : class, IEvent
    {
        var events = new List<TEvent>();
        for (var version = 1; version <= Versions[kind]; version++)
        {
            var store = new MemoryBlobs();
            await store.AppendAsync("journals/j", await LinesAsync($"Old/{kind}-{version}.jsonl"), 0, Cancel);
            events.AddRange((await new Journal<TEvent>(store, "journals/", json).LoadAsync("j", Cancel)).Events);
        }
        return events;
    }

    static string NameOf(IEvent happened) =>
        (string)Derived(typeof(ReviewEvent)).Concat(Derived(typeof(ArticleEvent))).Single(type => type.DerivedType == happened.GetType()).TypeDiscriminator!;

    static IEnumerable<string> Names(Type family) => Derived(family).Select(type => (string)type.TypeDiscriminator!).Order();

    static IEnumerable<JsonDerivedTypeAttribute> Derived(Type family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>();
}

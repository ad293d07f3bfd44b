using System.Reflection;
using System.Text.Json.Serialization;
using Verify.Testing.Blobs;
using Verify.Workflow.Articles;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Journal;

/// <summary>Journals written by every version so far stay readable: an event once written is never renamed.</summary>
public sealed class OldJournalTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<byte[]> LinesAsync(string name)
    {
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    [Fact]
    public async Task Reviews_of_version_1_are_read()
    {
        var store = new MemoryBlobs();
        await store.AppendAsync("journals/review/r", await LinesAsync("Old/review-1.jsonl"), 0, Cancel);
        var history = await new Journal<ReviewEvent>(store, "journals/review/", WorkflowJson.Stored.ReviewEvent).LoadAsync("r", Cancel);
        Assert.Equal(Names(typeof(ReviewEvent)), history.Events.Select(NameOf).Distinct().Order());
    }

    [Fact]
    public async Task Articles_of_version_1_are_read()
    {
        var store = new MemoryBlobs();
        await store.AppendAsync("journals/article/a", await LinesAsync("Old/article-1.jsonl"), 0, Cancel);
        var history = await new Journal<ArticleEvent>(store, "journals/article/", WorkflowJson.Stored.ArticleEvent).LoadAsync("a", Cancel);
        Assert.Equal(Names(typeof(ArticleEvent)), history.Events.Select(NameOf).Distinct().Order());
        Assert.Equal([new("inbox", "jembatan.txt"), new("http", "s-1")], Article.Fold(history.Events).Sources);
    }

    [Fact]
    public async Task Articles_that_know_their_address_are_read()
    {
        var store = new MemoryBlobs();
        await store.AppendAsync("journals/article/a", await LinesAsync("Old/article-2.jsonl"), 0, Cancel);
        var history = await new Journal<ArticleEvent>(store, "journals/article/", WorkflowJson.Stored.ArticleEvent).LoadAsync("a", Cancel);
        Assert.Equal(
            [new("http", "s-1", "https://kabar.example/banjir"), new("inbox", "jembatan.txt"), new("http", "s-1", "https://kabar.example/sama")],
            Article.Fold(history.Events).Sources);
    }

    static string NameOf(IEvent happened) =>
        (string)Derived(typeof(ReviewEvent)).Concat(Derived(typeof(ArticleEvent))).Single(type => type.DerivedType == happened.GetType()).TypeDiscriminator!;

    static IEnumerable<string> Names(Type family) => Derived(family).Select(type => (string)type.TypeDiscriminator!).Order();

    static IEnumerable<JsonDerivedTypeAttribute> Derived(Type family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>();
}

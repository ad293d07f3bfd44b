using System.Text;
using System.Text.Json.Nodes;
using Verify.Testing.Blobs;

namespace Verify.Workflow.Tests.Rereading;

/// <summary>Makes a store look as if an older version had searched an article: its journals say so, and its readings were other ones.</summary>
static class OldDesk
{
    public const string Extractor = "0";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="age">Changes the opening of a review; its reading is in <c>reading</c>.</param>
    public static async Task AgeAsync(MemoryBlobs store, ArticleId article, Action<ClaimId, JsonObject> age)
    {
        await foreach (var name in store.ListAsync($"journals/review/{article}-", cancel: Cancel))
        {
            var claim = ClaimId.Parse(name["journals/review/".Length..]);
            await ChangeAsync(store, name, "reviewOpened", opened =>
            {
                opened["extractor"] = Extractor;
                var before = opened["reading"]!.ToJsonString();
                age(claim, opened["reading"]!.AsObject());
                if (opened["reading"]!.ToJsonString() != before) opened["shown"] = $"shown-by-{Extractor}";
            });
        }
        await ChangeAsync(store, $"journals/article/{article}", "claimsFound", found => found["extractor"] = Extractor);
        await foreach (var name in store.ListAsync($"articles/{article}/claims/", cancel: Cancel)) await store.DeleteAsync(name, cancel: Cancel);
    }

    /// <summary>As if the older version had not found this claim.</summary>
    public static Task ForgetAsync(MemoryBlobs store, ClaimId claim) => ChangeAsync(store, $"journals/article/{claim.Article}", "claimsFound", found =>
        found["queued"] = new JsonArray([.. found["queued"]!.AsArray().Select(start => (int)start!).Where(start => start != claim.Start).Select(start => (JsonNode)start)]));

    static async Task ChangeAsync(MemoryBlobs store, string name, string type, Action<JsonObject> change)
    {
        var lines = Encoding.UTF8.GetString((await store.ReadAsync(name, Cancel))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var happened = JsonNode.Parse(line)!.AsObject();
            if ((string?)happened["type"] == type) change(happened);
            return happened.ToJsonString(WorkflowJson.Stored.Options) + "\n";
        });
        await store.DeleteAsync(name, cancel: Cancel);
        await store.AppendAsync(name, Encoding.UTF8.GetBytes(string.Concat(lines)), 0, Cancel);
    }
}

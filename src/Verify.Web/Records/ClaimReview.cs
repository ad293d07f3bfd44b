using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Records;

/// <summary>A record as ClaimReview, the shape in which search engines and archives exchange fact checks (https://schema.org/ClaimReview).</summary>
static class ClaimReview
{
    public const string MediaType = "application/ld+json";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when the request asks for it by <c>Accept</c>, or by <c>?format=claimReview</c> where only a link can be given.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Query["format"] == "claimReview" || (MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(IsThis));

    static bool IsThis(MediaTypeHeaderValue type) => type.Quality != 0 && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <param name="publisher">Who reviewed: the desk.</param>
    /// <param name="origin">Scheme and host under which the record is found.</param>
    public static byte[] Of(RecordBytes stored, string publisher, string origin)
    {
        var record = stored.Record;
        var whole = record.Verdict is { } verdict ? Review(record, verdict) : ReviewCorrections.Retraction(record, origin);
        whole["url"] = Address(origin, stored.Id);
        whole["author"] = Organization(publisher);
        ReviewCorrections.Tell(whole, stored, origin);
        return JsonSerializer.SerializeToUtf8Bytes(whole.WithoutNulls(), Readable);
    }

    public static string Address(string origin, string record) => $"{origin}/api/records/{record}";

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static JsonObject Review(VerifiedRecord record, Verdict verdict) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "ClaimReview",
        ["url"] = null,
        ["datePublished"] = Day(record.SealedAt),
        ["inLanguage"] = record.Article.Language,
        ["claimReviewed"] = record.Text,
        ["author"] = null,
        ["reviewRating"] = new JsonObject
        {
            ["@type"] = "Rating",
            ["ratingValue"] = verdict.Rating,
            ["worstRating"] = Verdict.Worst,
            ["bestRating"] = Verdict.Best,
            ["alternateName"] = verdict.Words,
        },
        ["reviewBody"] = record.Note,
        ["itemReviewed"] = Claim(record),
        ["citation"] = Citations(record.Evidence),
    };

    static JsonObject Claim(VerifiedRecord record) => new JsonObject
    {
        ["@type"] = "Claim",
        // Person or organisation: the text does not tell, so no type is claimed.
        ["author"] = record.Speaker is { } speaker ? new JsonObject { ["name"] = speaker } : null,
        ["temporalCoverage"] = record.Time,
        ["appearance"] = Appearance(record.Article),
    }.WithoutNulls();

    static JsonObject Appearance(ArticleReference article) => new JsonObject
    {
        ["@type"] = "NewsArticle",
        ["identifier"] = $"sha256:{article.Id}",
        ["headline"] = article.Title,
        ["url"] = article.Url,
        ["datePublished"] = article.Published,
        ["author"] = article.Authors.IsEmpty ? null : new JsonArray([.. article.Authors.Select(name => new JsonObject { ["@type"] = "Person", ["name"] = name })]),
        ["publisher"] = article.Publisher is { } name ? Organization(name) : null,
        ["inLanguage"] = article.Language,
    }.WithoutNulls();

    static JsonArray? Citations(ImmutableArray<Evidence> evidence) => evidence.IsEmpty
        ? null
        : new JsonArray([.. evidence.Select(one => new JsonObject { ["@type"] = "CreativeWork", ["url"] = one.Url, ["text"] = one.Quote }.WithoutNulls())]);

    static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    internal static JsonObject WithoutNulls(this JsonObject whole)
    {
        foreach (var name in whole.Where(field => field.Value is null).Select(field => field.Key).ToArray()) whole.Remove(name);
        return whole;
    }
}

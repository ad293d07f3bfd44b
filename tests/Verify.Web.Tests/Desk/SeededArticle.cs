using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Web.Tests.Desk;

/// <summary>An article with readings written by hand, so that what the page shows does not hang on what the extractor makes of a text.</summary>
sealed record SeededArticle(ArticleText Text, ImmutableArray<Reading> Readings)
{
    const string Extractor = "by-hand";

    public ArticleId Id => ArticleId.Of(Encoding.UTF8.GetBytes(Text.Text));

    public ClaimId Claim(int index) => new(Id, Readings[index].Start);

    /// <summary>Puts the article into the store as if it had been received and read; its reviews open at the next advance.</summary>
    public async Task<ArticleId> WriteAsync(IServiceProvider services)
    {
        var blobs = services.GetRequiredService<IBlobs>();
        var journal = services.GetRequiredService<Journal<ArticleEvent>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await blobs.CreateAsync($"articles/{Id}/raw", Encoding.UTF8.GetBytes(Text.Text));
        await blobs.CreateAsync($"articles/{Id}/text.json", JsonSerializer.SerializeToUtf8Bytes(Text, WorkflowJson.Stored.ArticleText));
        await blobs.CreateAsync(
            $"articles/{Id}/claims/{Extractor}.json",
            JsonSerializer.SerializeToUtf8Bytes(new ArticleClaims(Extractor, Text.Language, Readings), WorkflowJson.Stored.ArticleClaims));
        var history = await journal.LoadAsync(Id.Value, default);
        var received = new ArticleReceived("articleReceived", now, new("inbox", "seed.txt"), Text.Format, Text.Language, Text.Title, Text.Text.Length);
        var found = new ClaimsFound("claimsFound", now, Extractor, [.. Readings.Select(reading => reading.Start).Order()], 0);
        if (!(await journal.AppendAsync(Id.Value, history, [received, found], default)).IsWritten) throw new InvalidOperationException("The article is there already.");
        return Id;
    }
}

/// <summary>Places words of a text, so that a reading can be written in words.</summary>
sealed class Reader(string text, string clause)
{
    readonly int start = Place(text, clause, 0);

    public Reading Read(
        string figure, string number, decimal value, Relation relation = Relation.Equal, decimal? upper = null, QuantityKind kind = QuantityKind.Count,
        string? counted = null, (string Text, string? Code)? unit = null, string? subject = null, string? speaker = null, string? cue = null,
        (string Text, TimeOf Of)? time = null, Modality modality = Modality.Asserted, decimal? ambiguous = null, double worth = 0.8, params string[] reasons)
    {
        var at = Place(text, figure, start);
        var numberAt = Place(text, number, at);
        var quantity = new QuantityReading(
            at, at + figure.Length, figure, new(numberAt, numberAt + number.Length), value, upper, relation,
            unit is { } known ? In(known.Text, at, (from, to, words) => new UnitReading(from, to, words, known.Code)) : null,
            kind, Phrase(counted, at), ambiguous);
        var sentence = text.LastIndexOfAny(['\n'], start) + 1;
        var end = text.IndexOf('\n', start) is var line and >= 0 ? line : text.Length;
        return new(
            new(start, start + clause.Length, clause), new(sentence, end, text[sentence..end]), [quantity],
            Phrase(subject, start), Phrase(speaker, sentence), Phrase(cue, sentence), null,
            time is { } dated ? [In(dated.Text, sentence, (from, to, words) => new TimeReading(from, to, words, dated.Of))] : [],
            modality, worth, [.. reasons]);
    }

    Phrase? Phrase(string? words, int from) => words is null ? null : In(words, from, (begin, end, found) => new Phrase(begin, end, found));

    T In<T>(string words, int from, Func<int, int, string, T> make)
    {
        var at = Place(text, words, from);
        return make(at, at + words.Length, words);
    }

    static int Place(string text, string words, int from) =>
        text.IndexOf(words, from, StringComparison.Ordinal) is var at and >= 0 ? at : throw new ArgumentException($"\"{words}\" does not stand in the text after {from}.");
}

using System.Collections.Immutable;
using System.Globalization;
using Azure.AI.TextAnalytics;
using Verify.Claims;
using Verify.Workflow.Ports;

namespace Verify.Functions.Language;

/// <summary>Gathers what the service answers about one article, its places counted in the article again.</summary>
sealed class LanguageAnswers(string text)
{
    readonly ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();
    readonly ImmutableArray<MissingEntities>.Builder missing = ImmutableArray.CreateBuilder<MissingEntities>();
    string? model;
    bool isAnswered;

    /// <summary>Entities that stood where the article has other words.</summary>
    public int Misplaced { get; private set; }

    /// <summary>Documents that the service refused or left out.</summary>
    public int Unanswered { get; private set; }

    /// <param name="documents">As they were sent: the id of each is its place in this list.</param>
    public void Add(Excerpt[] documents, RecognizeEntitiesResultCollection answer)
    {
        model ??= answer.ModelVersion;
        var answered = new bool[documents.Length];
        foreach (var one in answer)
        {
            if (one.HasError || !int.TryParse(one.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= documents.Length || answered[at]) continue;
            answered[at] = isAnswered = true;
            foreach (var entity in one.Entities) Add(documents[at], entity);
        }
        for (var at = 0; at < documents.Length; at++)
        {
            if (answered[at]) continue;
            Unanswered++;
            Miss(documents[at], WhyNoEntities.Failed);
        }
    }

    public void Miss(Excerpt document, WhyNoEntities why) => missing.Add(new(document.Start, document.End, why));

    public EntityAnswer ToAnswer() => !isAnswered && missing is [{ Why: var why }, ..]
        ? new EntityAnswer.Unavailable(why)
        : new EntityAnswer.Found(entities.ToImmutable(), missing.ToImmutable(), $"Azure AI Language {Version(model)}");

    void Add(Excerpt document, CategorizedEntity found)
    {
        if (KindOf(found.Category) is not { } kind) return;
        var inside = found.Offset >= 0 && found.Length > 0 && found.Length <= document.Length - found.Offset;
        // Counted in other units than ours, or of another text: either way these are not the words.
        if (!inside || !text.AsSpan(document.Start + found.Offset, found.Length).SequenceEqual(found.Text)) Misplaced++;
        else entities.Add(new(kind, document.Start + found.Offset, document.Start + found.Offset + found.Length, found.ConfidenceScore));
    }

    static EntityKind? KindOf(EntityCategory category) =>
        category == EntityCategory.Person ? EntityKind.Person
        : category == EntityCategory.Organization ? EntityKind.Organisation
        : category == EntityCategory.Quantity ? EntityKind.Quantity
        : null;

    /// <summary>The model's version, which goes into claims: a date, and nothing else that an answer might hold in its place.</summary>
    static string Version(string? model) =>
        model is { Length: > 0 and <= 40 } && model.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') ? model : "of unknown version";
}

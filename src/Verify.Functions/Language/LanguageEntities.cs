using System.Globalization;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Logging;
using Verify.Claims;
using Verify.Workflow.Ports;

namespace Verify.Functions.Language;

/// <summary>
/// Entities by Azure AI Language. One article is asked about within <paramref name="timeout"/>, tries included. The first request that
/// fails is the last: what is left would most likely cost as much and bring as little.
/// </summary>
sealed partial class LanguageEntities(TextAnalyticsClient client, TimeSpan timeout, TimeProvider clock, ILogger<LanguageEntities> log) : IEntityFinder
{
    /// <summary>The most that the service takes in one request.</summary>
    public const int MostDocuments = 5;

    /// <inheritdoc/>
    public async Task<EntityAnswer> FindAsync(EntityQuestion asked, CancellationToken cancel = default)
    {
        if (ServedLanguages.Find(asked.Language) is not { } language) return new EntityAnswer.Unavailable(WhyNoEntities.LanguageNotServed);
        using var time = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, time.Token);
        var (answers, passages) = (new LanguageAnswers(asked.Text), Passages.Of(asked.Text, asked.Sentences));
        WhyNoEntities? ended = null;
        foreach (var documents in passages.Documents.Chunk(MostDocuments))
        {
            ended ??= await TryAskAsync(asked.Text, language, documents, answers, either.Token, cancel);
            if (ended is not { } why) continue;
            foreach (var document in documents) answers.Miss(document, why);
        }
        foreach (var one in passages.TooLong) answers.Miss(one, WhyNoEntities.Failed);
        if (answers.Misplaced > 0 || answers.Unanswered > 0) AnsweredInPart(answers.Unanswered, answers.Misplaced);
        return answers.ToAnswer();
    }

    /// <returns>Why nothing was answered; null when it was.</returns>
    async Task<WhyNoEntities?> TryAskAsync(
        string text, string language, Excerpt[] documents, LanguageAnswers answers, CancellationToken either, CancellationToken cancel)
    {
        try
        {
            TextDocumentInput[] sent =
            [
                .. documents.Select((document, at) =>
                    new TextDocumentInput(at.ToString(CultureInfo.InvariantCulture), Passages.Words(text, document)) { Language = language }),
            ];
            // Without the service's own log, which would keep the text for two days.
            var options = new TextAnalyticsRequestOptions { DisableServiceLogs = true };
            answers.Add(documents, await client.RecognizeEntitiesBatchAsync(sent, options, either));
            return null;
        }
        catch (Exception failed) // whatever it is: what the client throws for an answer that is no JSON, or JSON of another shape, is written nowhere
        {
            cancel.ThrowIfCancellationRequested();
            var why = either.IsCancellationRequested ? WhyNoEntities.TimedOut : LanguageFaults.Why(failed);
            NotAnswered(why, LanguageFaults.InShort(failed));
            return why;
        }
    }

    [LoggerMessage(3101, LogLevel.Warning, "Azure AI Language gave no entities: {Why} ({Fault}). The article's claims go on without them.")]
    partial void NotAnswered(WhyNoEntities why, string fault);

    [LoggerMessage(3102, LogLevel.Warning, "Azure AI Language left {Unanswered} documents of an article unanswered and placed {Misplaced} entities where the article has other words; those are left out.")]
    partial void AnsweredInPart(int unanswered, int misplaced);
}

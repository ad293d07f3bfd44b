using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Verify.Claims;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Telemetry;

/// <summary>
/// What the desk counts and measures, under the meter "Verify". Costs nothing while nobody listens. Tags have few values each: never an
/// id, a name or a text.
/// </summary>
public static class DeskMetrics
{
    /// <summary>What a collector listens to.</summary>
    public const string MeterName = "Verify";

    // Seconds: from a key press to the longest a claim may wait. The defaults of collectors are made for milliseconds.
    static readonly double[] Waits = [1, 5, 10, 15, 30, 60, 300, 900, 3_600, 4 * 3_600, 12 * 3_600, 86_400, 2 * 86_400, 7 * 86_400, 14 * 86_400];
    static readonly double[] Moments = [0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
    static readonly double[] Speeds = [1e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 2e8, 5e8];

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "verify.articles.received", "{article}", "Articles that came in, by door; known is true for bytes that were there already.");

    static readonly Counter<long> Refused = Meter.CreateCounter<long>("verify.quarantined", "{input}", "Inputs put into quarantine, by the code of their refusal.");

    static readonly Counter<long> ExtractedBytes = Meter.CreateCounter<long>("verify.extraction.bytes", "By", "UTF-8 bytes of text searched for claims.");

    static readonly Histogram<double> ExtractionTime = Histogram("verify.extraction.duration", "s", "How long one article was searched.", Moments);

    static readonly Histogram<double> ExtractionSpeed = Histogram("verify.extraction.speed", "By/s", "UTF-8 bytes of an article by the time its search took.", Speeds);

    static readonly Counter<long> EntityAnswers = Meter.CreateCounter<long>(
        "verify.entities", "{article}", "Articles that a language service was asked about, by what it answered: found, partly, or why it did not.");

    static readonly Histogram<double> DecisionTime = Histogram("verify.decision.time", "s", "From the opening of a review to its decision.", Waits);

    static readonly Histogram<double> PublicationTime = Histogram("verify.publication.time", "s", "From a decision to its record, the undo window included.", Waits);

    static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "verify.retries", "{retry}", "What had to be tried again: an advance that failed, an append that came second.");

    static readonly Counter<long> Notices = Meter.CreateCounter<long>(
        "verify.notices", "{notice}", "Tries to tell somebody, by sort of receiver and outcome: sent, failed (it is tried again), givenUp.");

    static readonly Counter<long> StoreRequests = Meter.CreateCounter<long>(
        "verify.store.requests", "{request}", "What was asked of the store, by verb and outcome: ok, missing, refused (something else stands there), failed, cancelled.");

    /// <summary>An <see cref="Advance"/> failed: its driver sends it again.</summary>
    internal static void AdvanceRetried() => Retries.Add(1, new KeyValuePair<string, object?>("verify.retry.of", "advance"));

    internal static void AppendRetried() => Retries.Add(1, new KeyValuePair<string, object?>("verify.retry.of", "append"));

    internal static void Received(ArticleSource source, bool isKnown) =>
        Articles.Add(1, new("verify.door", source.Door), new("verify.known", isKnown));

    internal static void Quarantined(string code) => Refused.Add(1, new KeyValuePair<string, object?>("verify.refusal", code));

    /// <param name="receiver">Only its sort is told.</param>
    internal static void NoticeEnded(string receiver, string outcome) =>
        Notices.Add(1, new("verify.receiver", receiver.Split('-')[0]), new("verify.outcome", outcome));

    internal static void StoreAnswered(string verb, string outcome) =>
        StoreRequests.Add(1, new("verify.store.verb", verb), new("verify.store.outcome", outcome));

    /// <summary>Searches a text and measures it, under the language of most of it.</summary>
    internal static Extraction? Extract(string text, string language, ImmutableArray<LanguageStretch> others)
    {
        if (!ExtractionTime.Enabled && !ExtractedBytes.Enabled && !ExtractionSpeed.Enabled) return MixedText.Extract(text, language, others);
        var started = Stopwatch.GetTimestamp(); // a length of time, not a time: no clock is asked
        if (MixedText.Extract(text, language, others) is not { } extraction) return null;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (bytes, tag) = (Encoding.UTF8.GetByteCount(text), new KeyValuePair<string, object?>("verify.language", ClaimExtractor.For(language)?.Language ?? "other"));
        ExtractedBytes.Add(bytes, tag);
        ExtractionTime.Record(seconds, tag);
        if (seconds > 0) ExtractionSpeed.Record(bytes / seconds, tag);
        return extraction;
    }

    internal static void EntitiesAnswered(EntityAnswer answer) => EntityAnswers.Add(1, new KeyValuePair<string, object?>("verify.answer", answer switch
    {
        EntityAnswer.Found { Missing: [] } => "found",
        EntityAnswer.Found => "partly",
        EntityAnswer.Unavailable none => none.Why.ToCamelCase(),
        _ => "other",
    }));

    internal static void Decided(Review review)
    {
        if (review is { Opened: { } opened, Decisions: [.., var decision] })
            DecisionTime.Record((decision.At - opened.At).TotalSeconds, Judgement(decision));
    }

    internal static void Published(Review review, DateTimeOffset at)
    {
        if (review.Revising is { Asked: var asked }) PublicationTime.Record((at - asked.At).TotalSeconds, new KeyValuePair<string, object?>("verify.judgement", asked.Kind.ToCamelCase()));
        else if (review.Final is { } decision) PublicationTime.Record((at - decision.At).TotalSeconds, Judgement(decision));
    }

    static KeyValuePair<string, object?> Judgement(ClaimJudged decision) => new("verify.judgement", decision switch
    {
        ClaimApproved => "approved",
        ClaimCorrected => "corrected",
        ClaimRejected => "rejected",
        _ => "other",
    });

    static Histogram<double> Histogram(string name, string unit, string meaning, double[] boundaries) =>
        Meter.CreateHistogram(name, unit, meaning, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}

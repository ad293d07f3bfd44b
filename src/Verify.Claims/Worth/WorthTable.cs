using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;

namespace Verify.Claims.Worth;

/// <summary>
/// Every weight of the worth of a claim, in points. Set by hand, and round: what a fact-checker would want checked first. A statement of what
/// happened, in figures, about something the public has a stake in, goes before wishes, views, small talk and what only the speaker can know.
/// </summary>
static class WorthTable
{
    /// <summary>A figure of which nothing else is known.</summary>
    public const int Start = -5;

    public const int LargeFrom = 1000;
    public const int VeryLargeFrom = 1_000_000;

    public static readonly Reason Institution = new(15, "institution speaks");
    public static readonly Reason NamedSpeaker = new(5, "named speaker");
    public static readonly Reason Change = new(10, "change over time");
    public static readonly Reason Precise = new(5, "precise figure");
    public static readonly Reason Exactness = new(5, "tells how exact");
    public static readonly Reason Several = new(5, "several figures");
    public static readonly Reason Dated = new(5, "dated");
    public static readonly Reason Vague = new(-10, "vague number");
    public static readonly Reason Small = new(-10, "small number");
    public static readonly Reason VerySmall = Small with { Weight = -30 };
    public static readonly Reason NothingCounted = new(-5, "nothing counted");
    public static readonly Reason Duration = new(-15, "span of time");
    public static readonly Reason Question = new(-25, "question");
    public static readonly Reason FewWords = new(-10, "few words");
    public static readonly Reason ManyWords = new(-10, "many words");
    public static readonly Reason Aim = new(-15, "an aim");

    /// <summary>The reasons that no table of kinds, signals or topics gives.</summary>
    public static readonly Reason[] Single = [Institution, NamedSpeaker, Change, Precise, Exactness, Several, Dated, Vague, Small, NothingCounted, Duration, Question, FewWords, ManyWords, Aim];

    public const string Deaths = "deaths and injuries";
    public const string PublicMoney = "public money";
    const string People = "people";

    static readonly string[] TopicNames =
    [
        "weapons", Deaths, "illness and care", People, "jobs", "homes", "crime", "soldiers", PublicMoney, "the economy",
        "votes and laws", "schools", "energy and climate", "countries and states", "programs and agencies",
    ];

    static readonly Dictionary<string, int> Places = PlacesOf(TopicNames);
    static readonly Reason[] Counted = Of("count of ", 20, 10);
    static readonly Reason[] Spoken = Of("about ", 15, 5);
    static readonly Reason[] Also = Of("about ", 5, 0);

    /// <summary>The topics that a language file may name.</summary>
    public static IReadOnlyList<string> AllTopics => TopicNames;

    /// <summary>The figure counts things of a topic.</summary>
    public static Reason Counting(string topic) => Counted[Places[topic]];

    /// <summary>The clause speaks of a topic.</summary>
    public static Reason About(string topic) => Spoken[Places[topic]];

    /// <summary>It speaks of a second topic.</summary>
    public static Reason AlsoAbout(string topic) => Also[Places[topic]];

    public static Reason? OfKind(QuantityKind kind) => kind switch
    {
        QuantityKind.Money => new(10, "sum of money"),
        QuantityKind.Percent => new(25, "share in percent"),
        QuantityKind.Ratio => new(5, "proportion"),
        QuantityKind.Change => Change,
        QuantityKind.Ordinal => new(15, "place in an order"),
        _ => null,
    };

    /// <summary>A point for every place of the number: a thousand adds 4, a billion 10.</summary>
    public static Reason Large(decimal size)
    {
        var places = 0;
        for (var rest = size; rest >= 1; rest /= 10) places++;
        return new(Math.Min(places, 13), size >= VeryLargeFrom ? "very large number" : "large number");
    }

    public static Reason? Of(Modality modality) => modality switch
    {
        Modality.Projected => new(-10, "projected"),
        Modality.Hedged => new(-10, "hedged"),
        Modality.Conditional => new(-20, "conditional"),
        Modality.Denied => new(-5, "denied"),
        _ => null,
    };

    public static Reason? Of(Signal signal) => signal switch
    {
        Signal.Wish => new(-25, "wish or proposal"),
        Signal.Happened => new(15, "tells what happened"),
        Signal.Superlative => new(15, "superlative or record"),
        Signal.Comparison => new(15, "comparison"),
        Signal.Personal => new(-10, "the speaker's own story"),
        Signal.Conduct => new(5, "public body or office"),
        Signal.Procedure => new(-30, "talk about the talk"),
        Signal.Opinion => new(-20, "opinion"),
        _ => null,
    };

    public static Reason? Of(Frame frame) => frame switch
    {
        Frame.Ahead => new(-15, "time to come"),
        Frame.Back => new(10, "looks back"),
        Frame.Source => new(10, "cites a source"),
        Frame.Stand => new(10, "a vote or a stand"),
        Frame.Contrast => new(10, "more or less than expected"),
        _ => null,
    };

    /// <param name="people">People are in most stories, and say less about one.</param>
    static Reason[] Of(string before, int weight, int people)
    {
        var reasons = new Reason[TopicNames.Length];
        for (var at = 0; at < reasons.Length; at++) reasons[at] = new(TopicNames[at] == People ? people : weight, before + TopicNames[at]);
        return reasons;
    }

    static Dictionary<string, int> PlacesOf(string[] names)
    {
        var places = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++) places.Add(names[at], at);
        return places;
    }
}

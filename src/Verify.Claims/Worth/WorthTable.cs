using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Claims.Worth;

/// <summary>Every weight of the worth of a claim, in hundredths. Set by hand: what a fact-checker would want checked first.</summary>
static class WorthTable
{
    public const int Base = 45;

    public static readonly Reason Institution = new(15, "institution speaks");
    public static readonly Reason NamedSpeaker = new(10, "named speaker");
    public static readonly Reason Large = new(10, "large number");
    public static readonly Reason Million = new(14, "very large number");
    public static readonly Reason Change = new(8, "change over time");
    public static readonly Reason Precise = new(4, "precise figure");
    public static readonly Reason Dated = new(4, "dated");
    public static readonly Reason Projected = new(-10, "projected");
    public static readonly Reason Hedged = new(-5, "hedged");
    public static readonly Reason Conditional = new(-18, "conditional");
    public static readonly Reason Denied = new(2, "denied");
    public static readonly Reason FirstPerson = new(-8, "first person");
    public static readonly Reason Vague = new(-12, "vague number");
    public static readonly Reason Small = new(-12, "small number");
    public static readonly Reason NothingCounted = new(-10, "nothing counted");
    public static readonly Reason Duration = new(-14, "span of time");
    public static readonly Reason Question = new(-25, "question");

    public static readonly Reason Money = new(14, "sum of money");
    public static readonly Reason Percent = new(16, "share in percent");
    public static readonly Reason Ratio = new(10, "proportion");

    public static Reason? OfKind(QuantityKind kind) => kind switch
    {
        QuantityKind.Money => Money,
        QuantityKind.Percent => Percent,
        QuantityKind.Ratio => Ratio,
        QuantityKind.Change => Change,
        _ => null,
    };

    /// <summary>What is counted belongs to a topic that fact-checkers follow; the topic's name says what ("count of weapons").</summary>
    public static Reason OfTopic(string topic) => new(22, topic);

    public static Reason? Of(Modality modality) => modality switch
    {
        Modality.Projected => Projected,
        Modality.Hedged => Hedged,
        Modality.Conditional => Conditional,
        Modality.Denied => Denied,
        _ => null,
    };
}

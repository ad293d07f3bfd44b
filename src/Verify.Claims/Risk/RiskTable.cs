using Verify.Claims.Worth;

namespace Verify.Claims.Risk;

/// <summary>Every weight of the risk of a claim, in points. Set by hand, and round: how bad it would be to approve the claim wrongly, and how easily that happens.</summary>
static class RiskTable
{
    /// <summary>A claim of which nothing else is known: little risk.</summary>
    public const int Start = -60;

    public const int LargeFrom = 1_000_000;
    public const int VeryLargeFrom = 1_000_000_000;

    public static readonly Reason Ambiguous = new(45, "figure can be read in two ways");
    public static readonly Reason VeryLarge = new(20, "figure in the billions");
    public static readonly Reason Large = new(10, "figure in the millions");
    public static readonly Reason PublicMoney = new(15, "public money is at stake");
    public static readonly Reason NamedSubject = new(30, "about a named person");
    public static readonly Reason NamedSpeaker = new(15, "a named person is quoted");
    public static readonly Reason Accusation = new(35, "accuses somebody");
    public static readonly Reason Death = new(25, "speaks of deaths or injuries");
    public static readonly Reason Denied = new(15, "a denial, easily read as its opposite");
    public static readonly Reason MixedAlphabets = new(70, "letters of two alphabets in one word");
    public static readonly Reason Invisible = new(70, "invisible characters");
    public static readonly Reason Digits = new(50, "digits other than 0 to 9");

    /// <summary>All of them, most weighty first: what the reviewer page needs words for.</summary>
    public static readonly Reason[] All =
    [
        MixedAlphabets, Invisible, Digits, Ambiguous, Accusation, NamedSubject, Death, VeryLarge, PublicMoney, NamedSpeaker, Denied, Large,
    ];
}

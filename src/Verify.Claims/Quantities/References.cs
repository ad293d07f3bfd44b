using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Figures that only point at something: "Pasal 27 ayat (3)", "UU No. 11 Tahun 2008", "Act 2009".</summary>
static class References
{
    /// <summary>What goes with <see cref="Role.Reference"/>: the number tells a place in an order, and is reported even where names are not.</summary>
    public const byte Place = 1;

    public static bool Is(in Sentence s, int at)
    {
        if (!s.IsDigits(at)) return false;
        // "No. 9/2022"
        if (s.IsMark(at - 1, '/') && s.IsStuck(at) && s.IsStuck(at - 1) && s.IsDigits(at - 2)) at -= 2;
        var end = s.IsMark(at - 1, '(') ? at - 1 : at;
        if (Follows(s, end) || (s.IsMark(end - 1, '.') && Follows(s, end - 1))) return true;
        // "Article 12(3)", and the year of "No. 11 Tahun 2008".
        if (end < at && s.IsStuck(end) && s.IsDigits(end - 1)) return Follows(s, end - 1);
        return s.MatchBefore(at, Role.TimeLead, 0, out var lead) is { Detail: 0 } && s.IsDigits(lead - 1) && Is(s, lead - 1);
    }

    /// <summary>"climbed to <u>No.</u> 31", "in <u>grade</u> 4": a place in an order, where a preposition leads to it. "The buffer (No. 31)" has a name.</summary>
    public static bool IsPlace(in Sentence s, int at) =>
        s.MatchBefore(at, Role.Reference, 0, out var word) is { Detail: Place } && s.Match(word - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching } && s.Match(word - 1, Role.RatioOf, out _) is not { Detail: 1 };

    /// <summary>True when a word that introduces a name ends just before a token.</summary>
    public static bool Follows(in Sentence s, int end) => s.MatchBefore(end, Role.Reference, 0, out _) is not null;
}

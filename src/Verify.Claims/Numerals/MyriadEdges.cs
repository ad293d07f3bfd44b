using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// Whether signs that can be a number are one here, and no part of a word ("一起", "한국"): what they count must follow, or they
/// stand alone. Digits are always a number.
/// </summary>
static class MyriadEdges
{
    static readonly Roles Follow = Roles.Of(
        Role.Counter, Role.Unit, Role.Currency, Role.CurrencyPart, Role.Percent, Role.Multiple, Role.OrdinalSuffix, Role.DatePart, Role.RelationAfter, Role.Coin, Role.Over, Role.Century);

    /// <summary>A measure word alone does not show a sign that begins many words: "이장", "사회".</summary>
    static readonly Roles FollowFigure = Follow.Without(Roles.Of(Role.Counter));

    static readonly Roles FollowApart = Roles.Of(Role.Percent, Role.Currency, Role.Over, Role.Multiple);

    static readonly Roles Figures = Roles.Of(Role.Value, Role.Multiplier, Role.Scale);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Multiplier, Role.Scale, Role.Point, Role.VagueLead, Role.Particle, Role.Fraction) | Follow;

    static readonly Role[] Leads = [Role.RelationBefore, Role.Minus, Role.Currency, Role.OrdinalPrefix, Role.Percent, Role.PercentBefore, Role.RangeTo, Role.RangeAnd, Role.UnitBefore, Role.Verb];

    public static bool Hold(in Sentence s, in Numeral read)
    {
        if ((read.Forms & (NumeralForms.Digits | NumeralForms.Words)) == NumeralForms.Digits && s.IsDigits(read.First)) return true;
        if (s.Language.WholeWords) return Opens(s, read) && Closes(s, read);
        if (s.IsDigits(read.First)) return true;
        if (s.MatchBefore(read.First, Role.Pointing, 0, out _) is not null) return true;
        return IsBareMagnitude(s, read) ? IsLed(s, read.First) || IsAlone(s, read) : IsShown(s, read) || !IsShort(s, read);
    }

    /// <summary>"万", and where "一百" is said with its one also "百": no number without a word that leads to it.</summary>
    static bool IsBareMagnitude(in Sentence s, in Numeral read) =>
        read.Next == read.First + 1 && (s.Is(read.First, Role.Scale) || (s.Language.Shortened && s.Match(read.First, Role.Multiplier, out _) is { Value: > 10 }));

    /// <summary>"三は奇数です", "答えは四です": a topic before it or nothing, an ending behind.</summary>
    static bool StandsFree(in Sentence s, in Numeral read) =>
        (!s.IsUnspaced(read.First - 1) || s.MatchBefore(read.First, Role.Particle, 0, out _) is { Detail: (byte)Particle.Topic })
        && (s.Is(read.Next, Role.Particle) || (s.IsUnspaced(read.First - 1) && s.Is(read.Next, Role.NounStop)));

    static bool IsAlone(in Sentence s, in Numeral read) => !s.IsUnspaced(read.First - 1) && !s.IsUnspaced(read.Next);

    /// <summary>One sign, or figures without a multiplier, may be anything.</summary>
    static bool IsShort(in Sentence s, in Numeral read)
    {
        if (read.Next - read.First < 2) return true;
        for (var i = read.First; i < read.Next; i++)
        {
            if (s.Is(i, Role.Multiplier) || s.Is(i, Role.Scale)) return false;
        }
        return read.Next - read.First == 2;
    }

    /// <summary>What is counted follows, nothing stands on either side, or a word asks for a number.</summary>
    static bool IsShown(in Sentence s, in Numeral read)
    {
        if (s.Is(read.Next, Follow) || (read.Forms & (NumeralForms.Fraction | NumeralForms.Decimals)) != 0) return (read.Forms & NumeralForms.Fraction) == 0 || read.Value != 0.5m || IsHalf(s, read);
        if (IsAlone(s, read) || StandsFree(s, read)) return true;
        return !s.IsUnspaced(read.Next) && IsLed(s, read.First) || IsLed(s, read.First) && s.Is(read.Next, Role.NounStop) || Ranges(s, read.Next);
    }

    /// <summary>"半" is one sign of many words; a unit shows it.</summary>
    static bool IsHalf(in Sentence s, in Numeral read) =>
        read.Next - read.First > 1 || s.Is(read.Next, Role.Unit) || s.Is(read.Next, Role.Counter) || s.Is(read.Next, Role.Percent) || s.Is(read.Next, Role.Multiple);

    static bool IsLed(in Sentence s, int first)
    {
        foreach (var role in Leads)
        {
            if (s.MatchBefore(first, role, 0, out _) is not null) return true;
        }
        return false;
    }

    /// <summary>"三至五天": the other end shows what the first counts.</summary>
    static bool Ranges(in Sentence s, int at) =>
        (s.IsMark(at, "-–~") ? at + 1 : s.Match(at, Role.RangeTo, out var next) is not null ? next : -1) is var upper and > 0
        && Myriads.TryWhole(s, upper, out var end) && (s.IsDigits(upper) || s.Is(end.Next, Follow) || !s.IsUnspaced(end.Next) || (end.Next > upper + 1 && s.Is(end.Next, Role.Particle)));

    /// <summary>Whether a magnitude at a token is no syllable of another word ("1<u>조</u>각") and no ending ("하나<u>만</u>").</summary>
    public static bool GoesOn(in Sentence s, int at, NumeralForms forms)
    {
        if (!s.Is(at, Role.Multiplier) && !s.Is(at, Role.Scale)) return true;
        var next = at + 1;
        if ((forms & NumeralForms.Digits) == 0 && s.Match(at, Role.Particle, out var over) is not null && s.IsWord(over) && (over > at + 1 || (!s.Is(over, Follow) && !s.MayStart(over, Figures)) || IsNative(s, at - 1)) && at > 0 && s.IsStuck(at)) return false;
        return !s.IsUnspaced(next) || !s.IsStuck(next) || s.Is(next, Numbers);
    }

    /// <summary>"하나<u>만</u> 주세요": no magnitude multiplies a number of the other row, which is no figure.</summary>
    static bool IsNative(in Sentence s, int at) => s.Match(at, Role.Value, out var next) is { Detail: 0, Value: < 10 } ? next == at + 1 : s.Match(at - 1, Role.Value, out next) is { Detail: 0, Value: < 10 } && next == at + 1;

    /// <summary>A number in words begins its word, or follows digits, a mark or what leads to a number.</summary>
    static bool Opens(in Sentence s, in Numeral read) =>
        s.IsDigits(read.First) || !s.IsUnspaced(read.First - 1) || !s.IsStuck(read.First) || IsStuckTo(s, read.First);

    /// <summary>"약오백", "제삼": what may touch a number from before.</summary>
    static bool IsStuckTo(in Sentence s, int first) =>
        s.MatchBefore(first, Role.RelationBefore, 0, out _) is not null || s.MatchBefore(first, Role.OrdinalPrefix, 0, out _) is not null
        || s.MatchBefore(first, Role.Minus, 0, out _) is not null || s.MatchBefore(first, Role.UnitBefore, 0, out _) is not null;

    static bool Closes(in Sentence s, in Numeral read)
    {
        if (s.IsDigits(read.First) && read.Next == read.First + 1) return true;
        var figure = IsBare(s, read) && s.Match(read.First, Role.Value, out _) is { Detail: 1 };
        var shown = s.Is(read.Next, !figure ? Follow : s.IsStuck(read.Next) ? FollowFigure : FollowApart) || (read.Forms & (NumeralForms.Fraction | NumeralForms.Decimals)) != 0 && IsEnd(s, read.Next);
        if (figure && !s.IsStuck(read.Next) && !s.Is(read.First, Role.NounStop) && IsLongUnit(s, read.Next)) return true;
        if (shown && (s.IsStuck(read.Next) || read.Next - read.First > 1 || !IsBare(s, read))) return true;
        if (!IsEnd(s, read.Next)) return false;
        if (s.IsDigits(read.First) || !IsBare(s, read)) return true;
        return IsLed(s, read.First) || (read.First == 0 && read.Next == s.Count) || Ranges(s, read.Next) || (shown && read.Next == read.First + 1);
    }

    /// <summary>"삼 <u>개월</u>": a measure of more than one sign is no other word.</summary>
    public static bool IsLongUnit(in Sentence s, int at) => s.Match(at, Role.Unit, out var next) is not null && next > at + 1 && s.IsStuck(at + 1);

    /// <summary>Figures that are words too: "이", "일", "조". Those with a multiplier, and native ones of two signs, are none.</summary>
    static bool IsBare(in Sentence s, in Numeral read) => read.Next - read.First == 1 || IsShort(s, read) && s.Match(read.First, Role.Value, out var next) is not null && next == read.First + 1;

    /// <summary>Whether a number may be over: its word is, or what it counts follows.</summary>
    public static bool EndsAt(in Sentence s, int at) => IsEnd(s, at) || s.Is(at, Follow) || s.Is(at, Figures);

    /// <summary>The end of a word, or an ending that closes it.</summary>
    static bool IsEnd(in Sentence s, int at) => !s.IsUnspaced(at) || !s.IsStuck(at) || s.Is(at, Role.Particle);
}

using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Places in an order and numbers that point back: "ketiga", "ke-3", "3rd", "kedua negara", "keduanya".</summary>
static class OrdinalReader
{
    static readonly Roles Counters = Roles.Of(Role.Counter);
    static readonly Roles Figures = Roles.Of(Role.Value, Role.Multiplier);

    static readonly Roles Counting = Roles.Of(Role.Counter, Role.Topic);

    public static bool TryRead(in Sentence s, int at, out int next, out Draft draft)
    {
        draft = default;
        if (!Prefixed(s, at, out next, out var value) && !Suffixed(s, at, out next, out value) && !Word(s, at, out next, out value) && !Spelled(s, at, out next, out value)) return false;
        draft = Made(new(at, next), value);
        if (!s.Language.Collective || !s.Is(at, Role.Ordinal)) return true;
        // "kedua negara": what it takes together follows.
        var noun = CountedNoun.Read(s, next, false);
        if (!noun.IsEmpty && !s.IsCapital(noun.First)) (draft.Counted, draft.HasCounted, draft.Next, next) = (noun, true, noun.Next, noun.Next);
        return true;
    }

    /// <summary>Turns a number that was read into an ordinal, where what stands before it says so: "hari ke <u>48</u>", "salah <u>satu</u>".</summary>
    public static bool Turn(in Sentence s, int floor, ref Draft draft)
    {
        var number = draft.Number.First;
        if (draft.Value == 1 && s.MatchBefore(number, Role.Pointing, floor, out var first) is not null && first <= draft.First)
        {
            draft.Kind = QuantityKind.Ordinal;
            draft.First = first;
            return true;
        }
        if (IsArticle(s, draft))
        {
            draft.Kind = QuantityKind.Ordinal;
            return true;
        }
        if (s.MatchBefore(number, Role.OrdinalPrefix, floor, out first) is null) return false;
        var led = s.MatchBefore(first, Role.OrdinalLead, 0, out _) is not null;
        if (!led && (draft.HasCounted || draft.HasUnit)) return false;
        draft = Made(draft.Number, draft.Value) with { First = first };
        return true;
    }

    /// <summary>"<u>un</u> camión", "durante <u>un</u> año": an article that stands for no number, unless a counter follows, "at least" stands before it, or it is all there is.</summary>
    public static bool IsIndefinite(in Sentence s, in Draft draft) =>
        s.Language.IndefiniteOne && draft.Value == 1 && draft.Forms == NumeralForms.Words && (!draft.HasUnit || (UnitReader.IsDuration(draft.Code) && draft.Relation == Relation.Equal)) && draft.Number.Next == draft.Number.First + 1
        && (draft.Relation is Relation.Equal or Relation.About or Relation.AtMost || (draft.Relation is Relation.More or Relation.Less && s.Is(draft.First, Role.NounStop)))
        && s.Is(draft.Number.First, Role.Article) && s.Count > 1
        && s.Match(draft.Number.Next, Role.RatioOf, out _) is null && !IsOneOf(s, draft.Next) && !s.MayStart(draft.Number.Next, Counters);

    /// <summary>"satu serangan": where the language uses its word for one as an article, it counts only people, counters and what is worth counting.</summary>
    static bool IsArticle(in Sentence s, in Draft draft) =>
        draft.Value == 1 && draft.HasCounted && draft.Forms == NumeralForms.Words && draft.Relation == Relation.Equal && draft.Kind == QuantityKind.Count
        && s.Is(draft.Number.First, Role.Article) && (!s.MayStart(draft.Counted.First, Counting) || s.Match(draft.Counted.First, Role.Counter, out _) is { Detail: 1 })
        && !IsOneOf(s, draft.Next);

    /// <summary>"un jeune <u>sur cinq</u>"</summary>
    static bool IsOneOf(in Sentence s, int at) => s.Match(at, Role.RatioOf, out var whole) is { Detail: 0 } && (s.IsDigits(whole) || s.Is(whole, Role.Value) || s.IsSpelled(whole));

    static bool Prefixed(in Sentence s, int at, out int next, out decimal value)
    {
        value = 0;
        if (s.Match(at, Role.OrdinalPrefix, out next) is null) return false;
        if (s.IsUnspaced(next - 1)) return Placed(s, next, out next, out value);
        if (!s.IsMark(next, '-') || !s.IsStuck(next)) return false;
        if (!s.IsDigits(next + 1))
        {
            if (!s.Language.Numerals.TryRead(s, next + 1, out var word)) return false;
            next = word.Next;
            value = word.Value;
            return true;
        }
        next += 2;
        return DigitString.TryRead(s.Of(next - 1), s.Language, out var read) && (value = read.Value) >= 0;
    }

    static bool Suffixed(in Sentence s, int at, out int next, out decimal value)
    {
        value = 0;
        next = at + 1;
        if (s.Language.SignsPerWord > 1) return (s.MayStart(at, Figures) || s.IsDigits(at)) && Placed(s, at, out var number, out value) && s.Match(number, Role.OrdinalSuffix, out next) is not null && !IsLonger(s, number, next);
        return s.IsDigits(at) && s.IsStuck(at + 1) && s.Match(at + 1, Role.OrdinalSuffix, out next) is not null && !IsExponent(s, next) && !IsUnit(s, at + 1, next) && (s.IsWord(at + 1) ? !Powers.IsScientific(s, at + 1) : next > at + 2 || IsMarked(s, at, next))
            && DigitString.TryRead(s.Of(at), s.Language, out var read) && (value = read.Value) >= 0;
    }

    /// <summary>"30º C"</summary>
    static bool IsUnit(in Sentence s, int at, int suffixed) => s.Match(at, Role.Unit, out var next) is not null && next > suffixed;

    /// <summary>"12e+14", in a language that writes "12e".</summary>
    static bool IsExponent(in Sentence s, int at) => s.IsStuck(at) && (s.IsDigits(at) || (s.IsMark(at, "+-−") && s.IsStuck(at + 1) && s.IsDigits(at + 1)));

    /// <summary>"der <u>3.</u> Platz": a mark alone, a full stop, is a suffix only where the sentence goes on, and where no line is numbered by it.</summary>
    static bool IsMarked(in Sentence s, int at, int next) => at > 0 && s.IsWord(next) && !s.IsStuck(next);

    /// <summary>"19<u>世紀</u>", "1천억 <u>위안</u>": a longer word than the suffix stands there.</summary>
    static bool IsLonger(in Sentence s, int at, int next) =>
        (s.Match(at, Role.Unit, out var over) is not null && over > next) || (s.Match(at, Role.Currency, out over) is not null && over > next) || (s.Match(at, Role.Counter, out over) is not null && over > next);

    /// <summary>"第三", "3番目": no mark stands between the number and the word that makes a place of it.</summary>
    static bool Placed(in Sentence s, int at, out int next, out decimal value)
    {
        var read = s.Language.Numerals.TryPlace(s, at, out var number);
        (next, value) = (number.Next, number.Value);
        return read;
    }

    /// <summary>"ketiga", "kedua puluh lima", "twenty-first", "keduanya".</summary>
    static bool Word(in Sentence s, int at, out int next, out decimal value)
    {
        var word = s.Match(at, Role.Collective, out next) ?? s.Match(at, Role.Ordinal, out next);
        value = word?.Value ?? 0;
        if (word is null) return false;
        if (word.Role != Role.Ordinal || !s.Language.Collective) return true;
        var longer = new Numeral(at, next, value, null, 1, NumeralForms.Words);
        s.Language.Numerals.ReadOn(s, ref longer);
        (next, value) = (longer.Next, longer.Value);
        return true;
    }

    /// <summary>"vigésimo tercero", "dreiundzwanzigste": what the rules spell as a place, and not as a number of the same length.</summary>
    static bool Spelled(in Sentence s, int at, out int next, out decimal value)
    {
        next = at;
        value = 0;
        if (!s.MayStart(at, Role.Spelled) || !s.Language.Spelling!.TryRead(s, at, SpellingGrammar.Ordinal, out var place, out next)) return false;
        value = place;
        // "cent quarante septièmes" is a fraction.
        return NumberWords.Match(s, at, out var whole) is null || (next > whole && !(NumberWords.Denominator(s, whole, out var divided) is not null && divided >= next));
    }

    static Draft Made(Stretch number, decimal value) =>
        new() { Number = number, First = number.First, Next = number.Next, Value = value, Kind = QuantityKind.Ordinal, Forms = NumeralForms.Words };
}

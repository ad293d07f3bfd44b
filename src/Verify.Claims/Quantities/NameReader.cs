using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Numbers that name and count nothing: "Pasal 27", "stadium empat", "Terminal 3", "kode 019". Where the language reports them they are ordinals.</summary>
static class NameReader
{
    /// <summary>Words that are capitals by their place only.</summary>
    static readonly Roles Grammatical = Roles.Of(
        Role.NounStop, Role.Conjunction, Role.Adverbial, Role.Verb, Role.ChangeVerb, Role.Modal, Role.RelationBefore, Role.RangeOpen, Role.Currency, Role.SpeechVerb, Role.That, Role.According,
        Role.MeasureLink, Role.Value, Role.Spelled, Role.Unit, Role.Counter, Role.TimeLead);

    /// <summary>Judges a number by the word before it and by its zeros. <paramref name="name"/> has no number where it is not to be reported.</summary>
    public static bool TryRead(in Sentence s, int at, out int next, out Draft name)
    {
        name = default;
        next = at + 1;
        if (!IsCode(s, at) && !(s.IsDigits(at) ? References.Is(s, at) : References.Follows(s, at))) return false;
        // "UU No. 9/2022" is no fraction; its parts are numbers all the same.
        if (!NumberReader.TryRead(s, at, out var number) && !s.Language.Numerals.TryRead(s, at, out number)) return s.IsDigits(at);
        if (!s.IsDigits(at) && s.IsWord(number.Next) && !s.Is(number.Next, Role.NounStop)) return false;
        // "عدد سكان المنطقة 2 مليون": nothing is numbered in millions.
        if ((number.Forms & NumeralForms.Scaled) != 0 && s.Is(number.Next - 1, Role.Scale)) return false;
        var unit = new Draft { Next = number.Next };
        if (UnitReader.After(s, ref unit) && unit.Kind is QuantityKind.Percent or QuantityKind.Money) return false;
        next = number.Next;
        if (s.Language.NamesReported || IsCode(s, at) || References.IsPlace(s, at)) name = Named(s, Made(number));
        return true;
    }

    /// <summary>Turns what was read into a name, when it turned out to count nothing beside a capital: "Sputnik 3", "Mukai (31)". False where it stays what it is.</summary>
    public static bool Turn(in Sentence s, ref Draft draft)
    {
        if (!IsName(s, draft)) return false;
        draft.Kind = QuantityKind.Ordinal;
        draft.HasCounted = false;
        draft.Next = draft.Number.Next;
        draft = Named(s, draft);
        return true;
    }

    /// <summary>With the word that is numbered, where it stands before: "<u>Terminal</u> 3", "<u>Nomor</u>: 019".</summary>
    static Draft Named(in Sentence s, Draft draft)
    {
        var word = draft.Number.First - 1;
        while (s.IsMark(word, ".:(") && draft.Number.First - word < 3) word--;
        if (!s.IsWord(word) || s.IsMark(word + 1, '(')) return draft;
        return draft with { First = word, Counted = new(word, word + 1), HasCounted = true };
    }

    static bool IsName(in Sentence s, in Draft draft)
    {
        if (draft.HasUnit || draft.Relation != Relation.Equal || draft.Forms is not (NumeralForms.Digits or NumeralForms.Words)) return false;
        // "Kabinet Bersatu Dua": a word that is written like a name beside one.
        if (draft.Forms == NumeralForms.Words) return !draft.HasCounted && draft.First > 1 && s.IsCapital(draft.First) && IsUnknownCapital(s, draft.First - 1);
        var before = draft.First - 1;
        if (draft.HasCounted && IsHouse(s, draft.Counted)) return true;
        if (draft.HasCounted) return !s.Language.CapitalNouns && s.IsCapital(draft.Counted.First) && before > 0 && IsUnknownCapital(s, before);
        if (s.IsMark(before, "([") && s.IsMark(draft.Next, ")]")) return s.IsWord(before - 1) || s.IsMark(before, '[');
        return before > 0 && IsUnknownCapital(s, before);
    }

    /// <summary>"14 <u>Elm Grove Road</u>", "7 <u>Ave Neuve</u>": a name of capitals with the word for a street in it; one word alone ("3 Courts") is none.</summary>
    static bool IsHouse(in Sentence s, Stretch noun)
    {
        var street = false;
        for (var at = noun.First; at < noun.Next; at++)
        {
            if (!s.IsCapital(at)) return false;
            street |= s.Is(at, Role.Street);
        }
        return street && noun.Next - noun.First > 1;
    }

    static bool IsUnknownCapital(in Sentence s, int at) => s.IsCapital(at) && !s.MayStart(at, Grammatical);

    /// <summary>"019": nobody counts with a zero in front.</summary>
    static bool IsCode(in Sentence s, int at) =>
        s.IsDigits(at) && s.Of(at) is ['0', >= '0' and <= '9', ..] digits && !digits.ContainsAny('.', ',') && !ScaleReader.Follows(s, at + 1);

    static Draft Made(in Numeral number) => new()
    {
        Number = new(number.First, number.Next), First = number.First, Next = number.Next,
        Value = number.Value, Kind = QuantityKind.Ordinal, Forms = number.Forms,
    };
}

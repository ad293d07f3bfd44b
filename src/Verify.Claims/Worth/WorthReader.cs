using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Weighs a claim: how much a fact-checker would want it checked.</summary>
static class WorthReader
{
    public static void Weigh(in Sentence s, Stretch clause, Excerpt? speaker, in Draft figure, Modality modality, bool dated, Grounds grounds)
    {
        grounds.Clear();
        if (speaker is { } who) grounds.Add(HoldsInstitution(s, who) ? WorthTable.Institution : WorthTable.NamedSpeaker);
        if (TopicOf(s, figure.HasCounted ? figure.Counted : clause) is { } topic) grounds.Add(WorthTable.OfTopic(topic));
        grounds.Add(WorthTable.OfKind(figure.Kind));
        grounds.Add(WorthTable.Of(modality));
        grounds.Add(OfSize(figure));
        if (s.Holds(Role.ChangeVerb, clause.First, clause.Next) && figure.Kind != QuantityKind.Change) grounds.Add(WorthTable.Change);
        if (s.Holds(Role.FirstPerson, clause.First, clause.Next)) grounds.Add(WorthTable.FirstPerson);
        if (dated) grounds.Add(WorthTable.Dated);
        if (UnitReader.IsDuration(figure.Code)) grounds.Add(WorthTable.Duration);
        if (!figure.HasUnit && !figure.HasCounted && figure.Kind is not (QuantityKind.Change or QuantityKind.Ratio)) grounds.Add(WorthTable.NothingCounted);
        if (s.IsMark(s.Count - 1, '?')) grounds.Add(WorthTable.Question);
    }

    static Reason? OfSize(in Draft figure)
    {
        if ((figure.Forms & Numerals.NumeralForms.Vague) != 0) return WorthTable.Vague;
        var size = Math.Abs(figure.Value);
        if (figure.Kind is QuantityKind.Percent or QuantityKind.Change or QuantityKind.Ratio) return (figure.Forms & Numerals.NumeralForms.Decimals) != 0 ? WorthTable.Precise : null;
        if (size >= 1_000_000) return WorthTable.Million;
        if (size >= 1000) return WorthTable.Large;
        return size <= 3 && figure.Kind is QuantityKind.Count or QuantityKind.Other ? WorthTable.Small : null;
    }

    /// <summary>An institution's word, or an acronym. The speaker may stand outside the sentence.</summary>
    static bool HoldsInstitution(in Sentence s, Excerpt place)
    {
        for (var at = place.Start; Lexer.Next(s.Text, at, place.End, out var token); at = token.End)
        {
            var word = token.Span.Of(s.Text);
            if (s.Language.Lexicon.Starts(s.Language.Lexicon.Find(word)).Has(Role.Institution)) return true;
            if (word.Length is > 1 and < 8 && !word.ContainsAnyExceptInRange('A', 'Z')) return true;
        }
        return false;
    }

    static string? TopicOf(in Sentence s, Stretch place)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if (s.Match(i, Role.Topic, out _) is { } topic) return topic.Code;
        }
        return null;
    }
}

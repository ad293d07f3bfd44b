using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>Weighs a claim: how much a fact-checker would want it checked.</summary>
static class WorthReader
{
    const int MostReasons = 16;

    /// <summary>The worth with two decimals, and its reasons, most weighty first.</summary>
    public static double Weigh(in Sentence s, Stretch clause, Excerpt? speaker, in Draft figure, Modality modality, bool dated, out ImmutableArray<string> reasons)
    {
        Span<int> weights = stackalloc int[MostReasons];
        var words = new string[MostReasons];
        var count = 0;
        if (speaker is { } who) Note(HoldsInstitution(s, who) ? WorthTable.Institution : WorthTable.NamedSpeaker, weights, words, ref count);
        if (TopicOf(s, figure.HasCounted ? figure.Counted : clause) is { } topic) Note(WorthTable.OfTopic(topic), weights, words, ref count);
        Note(WorthTable.OfKind(figure.Kind), weights, words, ref count);
        Note(WorthTable.Of(modality), weights, words, ref count);
        Note(OfSize(figure), weights, words, ref count);
        if (Holds(s, clause, Role.ChangeVerb) && figure.Kind != QuantityKind.Change) Note(WorthTable.Change, weights, words, ref count);
        if (Holds(s, clause, Role.FirstPerson)) Note(WorthTable.FirstPerson, weights, words, ref count);
        if (dated) Note(WorthTable.Dated, weights, words, ref count);
        if (UnitReader.IsDuration(figure.Code)) Note(WorthTable.Duration, weights, words, ref count);
        if (!figure.HasUnit && !figure.HasCounted && figure.Kind != QuantityKind.Change) Note(WorthTable.NothingCounted, weights, words, ref count);
        if (s.IsMark(s.Count - 1, '?')) Note(WorthTable.Question, weights, words, ref count);

        var sum = WorthTable.Base;
        for (var i = 0; i < count; i++)
        {
            sum += weights[i];
            weights[i] = -Math.Abs(weights[i]);
        }
        weights[..count].Sort(words.AsSpan(0, count));
        reasons = [.. words.AsSpan(0, count)];
        return Math.Clamp(sum, 1, 99) / 100.0;
    }

    static Reason? OfSize(in Draft figure)
    {
        if (figure.Forms.HasFlag(Numerals.NumeralForms.Vague)) return WorthTable.Vague;
        var size = Math.Abs(figure.Value);
        if (figure.Kind is QuantityKind.Percent or QuantityKind.Change or QuantityKind.Ratio) return figure.Forms.HasFlag(Numerals.NumeralForms.Decimals) ? WorthTable.Precise : null;
        if (size >= 1_000_000) return WorthTable.Million;
        if (size >= 1000) return WorthTable.Large;
        return size <= 3 && figure.Kind is QuantityKind.Count or QuantityKind.Other ? WorthTable.Small : null;
    }

    static void Note(Reason? reason, Span<int> weights, string[] words, ref int count)
    {
        if (reason is not { } found || count == MostReasons) return;
        weights[count] = found.Weight;
        words[count++] = found.Words;
    }

    /// <summary>An institution's word, or an acronym. The speaker may stand outside the sentence.</summary>
    static bool HoldsInstitution(in Sentence s, Excerpt place)
    {
        for (var at = place.Start; Lexer.Next(s.Text, at, place.End, out var token); at = token.End)
        {
            var word = token.Span.Of(s.Text);
            if ((s.Language.Lexicon.Starts(s.Language.Lexicon.Find(word)) & Lexicon.Mask(Role.Institution)) != 0) return true;
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

    static bool Holds(in Sentence s, Stretch place, Role role)
    {
        for (var i = place.First; i < place.Next; i++)
        {
            if (s.Is(i, role)) return true;
        }
        return false;
    }
}

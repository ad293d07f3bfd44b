using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>What a token is of a longer word, where signs are tokens.</summary>
enum WordPart : byte
{
    /// <summary>A word, or the first sign of one.</summary>
    None,

    /// <summary>A later sign of a verb: "造<u>成</u>".</summary>
    Verb,

    /// <summary>A later sign of a word that bounds phrases: "以<u>后</u>".</summary>
    Stop,
}

/// <summary>
/// Settles which known word a sign belongs to, where signs or syllables are tokens: the longest from the left. Signs inside a noun are no
/// prepositions ("<u>中</u>国"), and those inside a verb are no nouns ("造<u>成</u>").
/// </summary>
static class SignWords
{
    static readonly Roles Nouns = Roles.Of(Role.Head, Role.Institution, Role.Topic, Role.WideTopic, Role.Title, Role.SpeechTitle, Role.SpeechDocument);

    static readonly Roles Predicates = Roles.Of(Role.Verb, Role.ChangeVerb, Role.SpeechVerb, Role.MultipleWord);

    static readonly Roles Bounds = Roles.Of(Role.NounStop, Role.Conjunction, Role.Modal, Role.Adverbial, Role.RangeTo, Role.RangeAnd, Role.According, Role.SpeechBetween, Role.That,
        Role.RelationBefore, Role.RelationAfter, Role.Particle);

    static readonly Roles Grammar = Predicates | Bounds;

    static readonly Roles Words = Grammar | Nouns;

    /// <summary>What no later part of a word can begin: "máy bay <u>không</u> người lái" are not zero pilots.</summary>
    static readonly Roles Later = Grammar | Roles.Of(Role.NotNumber, Role.Spelled, Role.ClockLead);

    /// <summary>The same where spaces part syllables: "hợp <u>đồng</u> 20 người" is no money.</summary>
    static readonly Roles LaterSyllable = Later | Roles.Of(Role.Currency);

    public static void Settle(ReadOnlySpan<char> text, Excerpt place, Language language, Pooled<Token> tokens)
    {
        var s = new Sentence(text, place, tokens.Items, language);
        var later = language.Compounds ? LaterSyllable : Later;
        for (var at = 0; at < tokens.Count;)
        {
            var (length, role) = Longest(s, at);
            // "오분의 <u>이</u>는": the upper number of a fraction, though the word looks like a longer one.
            if (length < 2 || (s.Is(at, Role.Value) && s.MatchBefore(at, Role.Over, 0, out _) is { Detail: (byte)Over.LowerFirst }))
            {
                at++;
                continue;
            }
            var noun = Nouns.Has(role);
            var part = noun ? WordPart.None : Predicates.Has(role) ? WordPart.Verb : WordPart.Stop;
            for (var i = noun ? at : at + 1; i < at + length; i++) tokens[i] = tokens[i] with { Starts = tokens[i].Starts.Without(i > at ? later : Grammar), Inside = i > at ? part : WordPart.None };
            at += length;
        }
    }

    static (int Length, Role Role) Longest(in Sentence s, int at)
    {
        var best = (Length: 0, Role: Role.Value);
        if (!(s.Language.Compounds || s.IsUnspaced(at)) || !s.MayStart(at, Words)) return best;
        foreach (var phrase in s.Language.Lexicon.Phrases(s[at].Word))
        {
            // Of equal length what bounds goes before what is a noun.
            if (!Words.Has(phrase.Role) || phrase.Length < best.Length || (phrase.Length == best.Length && !(Nouns.Has(best.Role) && Grammar.Has(phrase.Role))) || !s.Fits(at, phrase)) continue;
            best = (phrase.Length, phrase.Role);
        }
        return best;
    }
}

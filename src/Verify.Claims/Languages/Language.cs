using Verify.Claims.Numerals;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Languages;

/// <summary>What one language says, as its file tells: the lexicon, and the few settings that are no phrases. Immutable.</summary>
sealed class Language
{
    static readonly Roles SpelledRole = Roles.Of(Role.Spelled);

    /// <summary>BCP 47.</summary>
    public required string Tag { get; init; }

    public required NumeralEngine Numerals { get; init; }

    /// <summary>How numbers are spelled, where the language has rules for it.</summary>
    public required SpellingGrammar? Spelling { get; init; }

    /// <summary>Between whole and fraction; <see cref="Group"/> stands between thousands.</summary>
    public required char Decimal { get; init; }

    public required char Group { get; init; }

    /// <summary>True where an ordinal before its noun means all of them: "kedua negara" is both countries.</summary>
    public required bool Collective { get; init; }

    /// <summary>True where the word for one is the indefinite article, which counts nothing: "un camión". False where it is rarely that: "satu serangan".</summary>
    public required bool IndefiniteOne { get; init; }

    /// <summary>True where a number that names is reported, as an ordinal: "Pasal 27", "Terminal 3". False where such numbers are mostly marks of the page: "Fig. 2".</summary>
    public required bool NamesReported { get; init; }

    /// <summary>True where the noun follows its unit directly: "lima ton beras"; otherwise a partitive stands between.</summary>
    public required bool DirectNouns { get; init; }

    /// <summary>True where a partitive links figures too to what they count: "40 de persoane".</summary>
    public required bool LinkedNouns { get; init; }

    /// <summary>True where measures and participles stand before what they tell of: "a 6 kW motor", "five armed men".</summary>
    public required bool Attributive { get; init; }

    /// <summary>How a noun ends that closes its noun phrase: a plural "s".</summary>
    public required string[] HeadEndings { get; init; }

    /// <summary>True where every noun is written with a capital: then the first capital ends what is counted, and a capital alone marks no name.</summary>
    public required bool CapitalNouns { get; init; }

    /// <summary>True where figures follow a scale word and end its number: "92 bin 824".</summary>
    public required bool FigureTails { get; init; }

    /// <summary>True where units follow their tens with no word between, though one may stand there: "vingt-trois", seldom "vingt et trois".</summary>
    public required bool FreeUnits { get; init; }

    /// <summary>True where the word that joins the parts of a number joins figures too: "5 آلاف و200", "۲ میلیون و ۳۰۰ هزار".</summary>
    public required bool JoinedFigures { get; init; }

    /// <summary>True where a word for a unit means one of it, since other words mean two: "ساعة ونصف".</summary>
    public required bool UnitsImplyOne { get; init; }

    /// <summary>True where the verb of a main clause stands second, whatever opens it: "Auf der Insel leben 300 Schafe".</summary>
    public required bool VerbSecond { get; init; }

    /// <summary>True where the verb stands before its subject: "قال الوزير".</summary>
    public required bool VerbFirst { get; init; }

    /// <summary>True where hours and minutes are written with a full stop, and decimals are not: "at 19.30" needs no other word.</summary>
    public required bool DottedClock { get; init; }

    /// <summary>True where clock times are written with the letter of the hour: "de 9h à 18h". Elsewhere that is a span.</summary>
    public required bool LetterClock { get; init; }

    /// <summary>True where the verb stands last, and what somebody said before it: "Bakan, 45 okul yapıldığını açıkladı".</summary>
    public required bool VerbLast { get; init; }

    /// <summary>True where a verb need not show itself: then the word between a noun and a number is read as one ("the ship <u>carries</u> 60 …").</summary>
    public required bool ImpliedVerbs { get; init; }

    /// <summary>How a word begins that is a verb unless listed otherwise: "meng".</summary>
    public required string[] VerbPrefixes { get; init; }

    public required string[] VerbSuffixes { get; init; }

    /// <summary>How a verb ends that tells what happened, where the language marks it: "ed".</summary>
    public required string[] PastEndings { get; init; }

    /// <summary>What is written together with the word after it, and cut off.</summary>
    public required Elisions Elisions { get; init; }

    /// <summary>The same of words that need no mark for it.</summary>
    public required Prefixes Prefixes { get; init; }

    /// <summary>Words for a multiple that are written together with their number.</summary>
    public required JoinedMultiples JoinedMultiples { get; init; }
    /// <summary>What hangs on units, and is cut off.</summary>
    public required HungEndings HungEndings { get; init; }

    /// <summary>How many tokens a word has: 1, but more where each sign is a token.</summary>
    public required int SignsPerWord { get; init; }

    /// <summary>True where spaces part syllables, so that a word may be several tokens: "công nhân".</summary>
    public required bool Compounds { get; init; }

    /// <summary>True where a number in words must begin a word and end one, but for endings, measure words and units.</summary>
    public required bool WholeWords { get; init; }

    /// <summary>True where the last multiplier of a number may be left out: "一万三" is 13,000.</summary>
    public required bool Shortened { get; init; }

    /// <summary>True where what is counted may stand before its number: "企業500社".</summary>
    public required bool NounsBefore { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required Candidates Candidates { get; init; }

    /// <summary>The token with its word's number and roles.</summary>
    public Token LookedUp(Token token, ReadOnlySpan<char> text)
    {
        if (Elisions.Any) token = Elisions.Cut(token, text);
        if (Prefixes.Any) token = Prefixes.Cut(token, text, Lexicon, Spelling);
        token = JoinedMultiples.Cut(token, text, Lexicon, Spelling);
        if (HungEndings.Any) token = HungEndings.Cut(token, text, Lexicon);
        var written = token.Span.Of(text);
        var word = Lexicon.Find(Elisions.Any ? Elisions.InLexicon(written) : written);
        var starts = Lexicon.Starts(word);
        if (Spelling is { } rules && token.Kind == TokenKind.Word && rules.MayOpen(written)) starts |= SpelledRole;
        return token with { Word = word, Starts = starts };
    }
}

using Verify.Claims.Text;

namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// How a language spells whole numbers and places in an order, as rules that are read backwards: any text that the rules
/// could have written is read as the value they wrote it for. Immutable.
/// </summary>
sealed class SpellingGrammar
{
    public const int Cardinal = 1, Ordinal = 2, Denominator = 3;

    /// <summary>Longer words are told by their beginning.</summary>
    const int Longest = 24;

    readonly SpellingRule[][] led;
    readonly Dictionary<char, SpellingRule[]>[] lettered;
    readonly HashSet<int> beginnings = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> openings;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> texts;
    readonly HashSet<char> openingSigns = [];
    readonly int[] openingLengths;

    public SpellingGrammar(IReadOnlyCollection<SpellingRule> rules, int setCount, bool accents)
    {
        Accents = accents;
        SetCount = setCount;
        Rules = [.. rules];
        led = new SpellingRule[setCount][];
        lettered = new Dictionary<char, SpellingRule[]>[setCount];
        for (var set = 0; set < setCount; set++)
        {
            var own = Rules.Where(r => r.Set == set).ToList();
            led[set] = [.. own.Where(r => Leading(r) is null)];
            lettered[set] = own.Where(r => Leading(r) is not null).GroupBy(r => Leading(r)![0]).ToDictionary(g => g.Key, g => g.ToArray());
        }
        foreach (var text in Rules.SelectMany(r => r.Elements).Where(e => e.Text is not null)) beginnings.Add(Pair(text.Text));
        texts = Rules.SelectMany(r => r.Elements).Where(e => e.Text is not null).Select(e => e.Text!).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var first = FirstTexts().Select(t => t.Length > Longest ? t[..Longest] : t).ToHashSet(StringComparer.Ordinal);
        openings = first.GetAlternateLookup<ReadOnlySpan<char>>();
        openingLengths = [.. first.Select(t => Math.Min(t.Length, Longest)).Distinct().Order()];
        foreach (var text in first) openingSigns.Add(text[0]);
    }

    public SpellingRule[] Rules { get; }

    public int SetCount { get; }

    /// <summary>Whether there are rules for the lower part of a fraction: "veintiunavos".</summary>
    public bool HasDenominators => led[Denominator].Length > 0 || lettered[Denominator].Count > 0;

    /// <summary>Whether accents may be missing.</summary>
    public bool Accents { get; }

    /// <summary>The rules of a set that begin with another set, or with nothing.</summary>
    public ReadOnlySpan<SpellingRule> Led(int set) => led[set];

    /// <summary>The rules of a set that begin with a letter.</summary>
    public ReadOnlySpan<SpellingRule> Lettered(int set, char letter) => lettered[set].GetValueOrDefault(letter);

    /// <summary>A cheap necessary test of a folded word: some part of a number begins as it does.</summary>
    public bool MayContain(ReadOnlySpan<char> word) => Scripts.IsUnspaced(word[0]) || beginnings.Contains(Pair(word)) || beginnings.Contains(Pair(word[..1]));

    /// <summary>The same of a word as it stands in the text, and of the beginning of a number.</summary>
    public bool MayOpen(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        var count = 0;
        foreach (var c in word)
        {
            if (Folding.Of(c, Accents) is not (var letter and not Folding.Nothing)) continue;
            if (count == 0 && !openingSigns.Contains(letter)) return false;
            if (count == Longest) break;
            folded[count++] = letter;
        }
        if (count == 0) return false;
        if (Scripts.IsUnspaced(folded[0])) return true;
        foreach (var length in openingLengths)
        {
            if (length <= count && openings.Contains(folded[..length])) return true;
        }
        return false;
    }

    /// <summary>A word as it stands in the text that is one part of a number: "vingt".</summary>
    public bool IsText(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return Folding.TryWord(word, Accents, folded, out var count) && texts.Contains(folded[..count]);
    }

    /// <summary>A word that is put together of such parts: "خمسمئة".</summary>
    public bool IsMadeOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return Folding.TryWord(word, Accents, folded, out var count) && IsChain(folded[..count]);
    }

    bool IsChain(ReadOnlySpan<char> letters)
    {
        if (texts.Contains(letters)) return true;
        for (var length = letters.Length - 1; length > 1; length--)
        {
            if (texts.Contains(letters[..length]) && IsChain(letters[length..])) return true;
        }
        return false;
    }

    /// <summary>The letters that a number can begin with, as the rules have them.</summary>
    public IEnumerable<string> FirstTexts() => FirstTexts(Cardinal, []).Concat(FirstTexts(Ordinal, [])).Distinct();

    /// <summary>The longest number that begins at a token; false when none does.</summary>
    /// <param name="set"><see cref="Cardinal"/>, <see cref="Ordinal"/> or <see cref="Denominator"/>.</param>
    public bool TryRead(in Sentence s, int at, int set, out long value, out int next) => SpellingChart.Mine.TryRead(this, s, at, set, out value, out next);

    IEnumerable<string> FirstTexts(int set, HashSet<int> seen)
    {
        if (!seen.Add(set)) yield break;
        foreach (var rule in Rules.Where(r => r.Set == set))
        {
            foreach (var element in rule.Elements)
            {
                if (element.Kind == ElementKind.Comma) continue;
                if (element.Text is { } text) yield return text;
                else foreach (var inner in FirstTexts(element.Set, seen)) yield return inner;
                break;
            }
        }
    }

    static string? Leading(SpellingRule rule) => rule.Elements is [{ Text: { } text }, ..] ? text : null;

    static int Pair(ReadOnlySpan<char> text) => (text[0] << 16) | (text.Length > 1 ? text[1] : 0);
}

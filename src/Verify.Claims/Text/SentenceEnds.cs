using System.Buffers;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>Finds where sentences end: at line ends, and at a full stop that no abbreviation, number or initial explains.</summary>
static class SentenceEnds
{
    /// <summary>A "sentence" longer than this is cut, so that one enormous line costs no more than many short ones.</summary>
    public const int Longest = 2048;

    static readonly SearchValues<char> Marks = SearchValues.Create(".!?…\n\r\u2028\u2029" + Full);

    /// <summary>Marks that end a sentence whatever follows, and need no space after them.</summary>
    const string Full = "。！？｡।॥؟۔።։။។";
    const string Closers = "\"'”’»)]」』）";

    /// <summary>The end, exclusive, of the sentence that starts at a place.</summary>
    public static int Find(ReadOnlySpan<char> text, int start, Language language)
    {
        var limit = Math.Min(text.Length, start + Longest);
        for (var at = start; at < limit; at++)
        {
            var found = text[at..limit].IndexOfAny(Marks);
            if (found < 0) break;
            at += found;
            if (text[at] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                if (!IsWrapped(text, start, at)) return at;
                continue;
            }
            var end = at + 1;
            while (end < limit && Closers.Contains(text[end], StringComparison.Ordinal)) end++;
            // "“…。”村长说": what the quotation is said by goes on behind it.
            if (end > at + 1 && end < limit && Scripts.IsUnspaced(text[end]) && char.IsLetter(text[end]) && Full.Contains(text[at], StringComparison.Ordinal)) continue;
            if (Full.Contains(text[at], StringComparison.Ordinal) || EndsAt(text, start, at, end, language)) return end;
        }
        return limit == text.Length ? limit : Cut(text, start, limit);
    }

    static bool EndsAt(ReadOnlySpan<char> text, int start, int mark, int end, Language language)
    {
        if (end < text.Length && !char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00a0') next++;
        if (next == text.Length) return true;
        if (char.IsLower(text[next])) return false;
        if (text[mark] != '.') return true;
        // "5 ก.ย. 2561": such scripts shorten words by it, and end no sentence.
        if (mark > start && Scripts.IsWithoutStops(text[mark - 1])) return false;
        return !IsAbbreviation(text, start, mark, next, language) && !IsListNumber(text, start, mark);
    }

    static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int mark, int next, Language language)
    {
        var word = mark;
        while (word > start && char.IsLetter(text[word - 1])) word--;
        if (word == mark) return IsPlace(text, start, mark, next, language);
        // "9 p.m. Monday"
        if (mark - word == 1 && word > start && text[word - 1] == '.' && GoesOnAsTime(text, next, language)) return true;
        if (mark - word == 1 && char.IsUpper(text[word])) return word == start || text[word - 1] != '.' || !OpensSentence(text, next, language);
        return HasRole(text[word..mark], Role.Abbreviation, language);
    }

    /// <summary>"der 3. Platz", where the language marks places in an order by a full stop: a short figure that a word leads, before a noun.</summary>
    static bool IsPlace(ReadOnlySpan<char> text, int start, int mark, int next, Language language)
    {
        if (!language.Lexicon.Starts('.').Has(Role.OrdinalSuffix)) return false;
        var digits = mark;
        while (digits > start && char.IsAsciiDigit(text[digits - 1])) digits--;
        if (mark - digits is 0 or > 2) return false;
        var before = digits;
        while (before > start && char.IsWhiteSpace(text[before - 1])) before--;
        var word = before;
        while (word > start && char.IsLetter(text[word - 1])) word--;
        var noun = Word(text, next);
        if (HasRole(noun, Role.Month, language) || HasRole(noun, Role.Century, language)) return true;
        return word < before && char.IsLower(text[word]) && !HasRole(text[word..before], Role.Verb, language) && !OpensSentence(text, next, language);
    }

    static bool GoesOnAsTime(ReadOnlySpan<char> text, int at, Language language)
    {
        var word = Word(text, at);
        return HasRole(word, Role.Weekday, language) || HasRole(word, Role.Month, language) || HasRole(word, Role.ClockMark, language);
    }

    /// <summary>After "U.S." a word such as "The" begins a new sentence.</summary>
    static bool OpensSentence(ReadOnlySpan<char> text, int at, Language language)
    {
        var word = Word(text, at);
        return HasRole(word, Role.NounStop, language) || HasRole(word, Role.Conjunction, language);
    }

    static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text[at..end];
    }

    static bool HasRole(ReadOnlySpan<char> word, Role role, Language language) =>
        language.Lexicon.Starts(language.Lexicon.Find(word)).Has(role);

    static bool IsListNumber(ReadOnlySpan<char> text, int start, int mark)
    {
        var digits = text[start..mark].TrimStart();
        return digits.Length is > 0 and < 4 && Figure.IsPlain(digits);
    }

    /// <summary>True for a line end inside a paragraph that was wrapped to a width: the next line goes on in lower case.</summary>
    static bool IsWrapped(ReadOnlySpan<char> text, int start, int at)
    {
        var next = at + 1;
        if (next < text.Length && text[at] == '\r' && text[next] == '\n') next++;
        if (next >= text.Length || !char.IsLower(text[next])) return false;
        var before = text[start..at].TrimEnd();
        return before.Length > 0 && (char.IsLetterOrDigit(before[^1]) || before[^1] == ',');
    }

    /// <summary>The last white space before the limit, or a place there that splits no surrogate pair.</summary>
    static int Cut(ReadOnlySpan<char> text, int start, int limit)
    {
        var space = text[start..limit].LastIndexOf(' ');
        if (space > 0) return start + space;
        return char.IsLowSurrogate(text[limit]) && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}

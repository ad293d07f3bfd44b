using System.Buffers;
using System.Text;
using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>What a vectorised search looks for, made of the words that a number can begin with.</summary>
static class Needles
{
    const char LastLatin = '\u024f';
    const string Digits = "0123456789";

    /// <summary>Shorter words ("rb") follow digits and need no search, unless a whole word is one sign.</summary>
    public const int Shortest = 3;

    /// <summary>Digits, those of other scripts where the words are of one, and words of one sign.</summary>
    public static SearchValues<char> Signs(IReadOnlyCollection<string> words)
    {
        var signs = new StringBuilder(Digits);
        var foreign = false;
        foreach (var word in words)
        {
            foreign |= word[0] > LastLatin;
            if (word.Length == 1 && !char.IsAscii(word[0])) signs.Append(word[0]);
        }
        if (foreign) signs.Append(Foreign.Digits);
        return SearchValues.Create(signs.ToString());
    }

    /// <summary>A word that holds another is found by it.</summary>
    public static SearchValues<string> Words(IReadOnlyCollection<string> words)
    {
        var known = new WordNumbers();
        foreach (var word in words)
        {
            if (word.Length >= Shortest) known.Add(word);
        }
        var needles = new List<string>();
        foreach (var word in words)
        {
            if (word.Length >= Shortest && !HoldsAnother(word, known)) needles.Add(word);
        }
        return SearchValues.Create(needles.ToArray(), StringComparison.OrdinalIgnoreCase);
    }

    static bool HoldsAnother(string word, WordNumbers known)
    {
        for (var start = 0; start + Shortest <= word.Length; start++)
        {
            for (var end = start + Shortest; end <= word.Length; end++)
            {
                if (end - start < word.Length && known.Find(word.AsSpan(start, end - start)) >= 0) return true;
            }
        }
        return false;
    }

    /// <summary>Found when a language is first met that needs them.</summary>
    static class Foreign
    {
        public static readonly string Digits = Find();

        static string Find()
        {
            var digits = new StringBuilder();
            for (int c = 128; c < char.MaxValue; c++)
            {
                if (char.IsDigit((char)c)) digits.Append((char)c);
            }
            return digits.ToString();
        }
    }
}

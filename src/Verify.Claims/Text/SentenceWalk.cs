using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>Walks a text forward, sentence by sentence, passing over furniture. Each character is looked at a bounded number of times.</summary>
ref struct SentenceWalk(ReadOnlySpan<char> text, Language language)
{
    /// <summary>A label alone on its line speaks for at most so many headlines below it.</summary>
    const int LinesUnderLabel = 3;

    readonly ReadOnlySpan<char> text = text;
    int next;

    /// <summary>The sentence before the one gone to last; empty before the second.</summary>
    public Excerpt Previous { get; private set; }

    Excerpt current;

    /// <summary>How many lines under a label may still be headlines.</summary>
    int labelled;

    /// <summary>Goes on to the sentence that holds a place, or to the first one after it; false at the end of what is worth reading.</summary>
    public bool MoveTo(int place, out Excerpt sentence)
    {
        while (MoveNext(out sentence))
        {
            if (sentence.End > place) return true;
        }
        return false;
    }

    bool MoveNext(out Excerpt sentence)
    {
        sentence = default;
        while (true)
        {
            while (next < this.text.Length && char.IsWhiteSpace(this.text[next])) next++;
            if (next == this.text.Length) return false;
            if (StartsLine() && PassedFurniture(out var closed))
            {
                if (closed) return false;
                continue;
            }
            var end = SentenceEnds.Find(this.text, next, language);
            var trimmed = this.text[next..end].TrimEnd().Length;
            Previous = current;
            sentence = current = new(next, next + trimmed);
            next = Math.Max(end, next + 1);
            return true;
        }
    }

    readonly bool StartsLine()
    {
        var before = this.text[..next].TrimEnd(" \t\u00a0");
        return before.IsEmpty || before[^1] is '\n' or '\r' or '\u2028' or '\u2029';
    }

    bool PassedFurniture(out bool closed)
    {
        closed = false;
        var length = this.text[next..].IndexOfAny('\n', '\r');
        var line = new Excerpt(next, length < 0 ? this.text.Length : next + length);
        var kind = Furniture.Find(this.text, line, language, out var alone);
        closed = kind == FurnitureKind.Closing;
        if (kind is null && (labelled == 0 || LooksLikeProse(line)))
        {
            labelled = 0;
            return false;
        }
        labelled = kind == FurnitureKind.Label && alone ? LinesUnderLabel : Math.Max(0, labelled - 1);
        next = closed ? this.text.Length : line.End;
        return true;
    }

    readonly bool LooksLikeProse(Excerpt line)
    {
        var words = line.Of(this.text).TrimEnd();
        var afterBlank = this.text[..line.Start].EndsWith("\n\n");
        return afterBlank || words.IsEmpty || words[^1] is '.' or '!' or '"' or '”';
    }
}

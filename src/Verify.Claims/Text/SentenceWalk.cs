using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>Walks a text forward, sentence by sentence, passing over furniture. Each character is looked at a bounded number of times.</summary>
ref struct SentenceWalk(ReadOnlySpan<char> text, Language language)
{
    /// <summary>A label alone on its line speaks for at most so many headlines below it.</summary>
    const int LinesUnderLabel = 3;

    readonly ReadOnlySpan<char> _text = text;
    int _next;

    /// <summary>How many lines under a label may still be headlines.</summary>
    int _labelled;

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
            while (_next < _text.Length && char.IsWhiteSpace(_text[_next])) _next++;
            if (_next == _text.Length) return false;
            if (StartsLine() && PassedFurniture(out var closed))
            {
                if (closed) return false;
                continue;
            }
            var end = SentenceEnds.Find(_text, _next, language);
            var trimmed = _text[_next..end].TrimEnd().Length;
            sentence = new(_next, _next + trimmed);
            _next = Math.Max(end, _next + 1);
            return true;
        }
    }

    readonly bool StartsLine()
    {
        var before = _text[.._next].TrimEnd(" \t\u00a0");
        return before.IsEmpty || before[^1] is '\n' or '\r' or '\u2028' or '\u2029';
    }

    bool PassedFurniture(out bool closed)
    {
        closed = false;
        var length = _text[_next..].IndexOfAny('\n', '\r');
        var line = new Excerpt(_next, length < 0 ? _text.Length : _next + length);
        var kind = Furniture.Find(_text, line, language, out var alone);
        closed = kind == FurnitureKind.Closing;
        if (kind is null && (_labelled == 0 || LooksLikeProse(line)))
        {
            _labelled = 0;
            return false;
        }
        _labelled = kind == FurnitureKind.Label && alone ? LinesUnderLabel : Math.Max(0, _labelled - 1);
        _next = closed ? _text.Length : line.End;
        return true;
    }

    readonly bool LooksLikeProse(Excerpt line)
    {
        var words = line.Of(_text).TrimEnd();
        var afterBlank = _text[..line.Start].EndsWith("\n\n");
        return afterBlank || words.IsEmpty || words[^1] is '.' or '!' or '"' or '”';
    }
}

using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>The subject of the sentence before, which "it" and "these" take up. That sentence is looked at once, and only when asked for.</summary>
sealed class EarlierSubject : IDisposable
{
    /// <summary>A longer sentence is a list or a table, and has no subject to take up. In code units.</summary>
    const int Longest = 600;

    readonly Pooled<Token> tokens = new();
    readonly Pooled<Stretch> times = new();
    readonly Outline outline = new();

    Excerpt read;
    Excerpt? subject;

    public Excerpt? Of(in Sentence s, Excerpt previous)
    {
        if (previous.Start == previous.End || previous.End - previous.Start > Longest) return null;
        if (read != previous)
        {
            subject = Find(s, previous);
            read = previous;
        }
        return subject;
    }

    public void Dispose()
    {
        tokens.Dispose();
        times.Dispose();
        outline.Dispose();
    }

    Excerpt? Find(in Sentence around, Excerpt place)
    {
        Lexer.Read(around.Text, place, around.Language, tokens);
        TimeReader.Read(new(around.Text, place, tokens.Items, around.Language), times);
        foreach (var time in times.Items) TimeMarks.Set(tokens, time);
        var s = new Sentence(around.Text, place, tokens.Items, around.Language);
        outline.Read(s, []);
        var found = SubjectReader.Read(s, new(0, s.Count), outline);
        return SubjectReader.IsPronoun(s, found) ? null : s.PlaceOf(found);
    }
}

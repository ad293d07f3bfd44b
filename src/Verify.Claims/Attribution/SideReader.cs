using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Reads who says what in another sentence than the one at hand. What is read stands until the next reading.</summary>
sealed class SideReader : IDisposable
{
    readonly Pooled<Token> tokens = new();
    readonly Pooled<Stretch> times = new();
    readonly Pooled<Saying> sayings = new();
    readonly Outline outline = new();

    public void Dispose()
    {
        tokens.Dispose();
        times.Dispose();
        sayings.Dispose();
        outline.Dispose();
    }

    public Sentence Read(in Sentence around, Excerpt place, out ReadOnlySpan<Saying> found)
    {
        Lexer.Read(around.Text, place, around.Language, tokens);
        TimeReader.Read(new(around.Text, place, tokens.Items, around.Language), times);
        foreach (var time in times.Items) TimeMarks.Set(tokens, time);
        var s = new Sentence(around.Text, place, tokens.Items, around.Language);
        outline.Read(s, []);
        SayingReader.Read(s, outline, sayings);
        found = sayings.Items;
        return s;
    }
}

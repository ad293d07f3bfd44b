namespace Verify.Claims.Text;

/// <summary>Takes the tokens of a time out of the words and digits of a sentence.</summary>
static class TimeMarks
{
    public static void Set(Pooled<Token> tokens, Stretch time)
    {
        for (var i = time.First; i < time.Next; i++) tokens[i] = tokens[i] with { Kind = TokenKind.Time, Word = 0, Starts = default };
    }
}

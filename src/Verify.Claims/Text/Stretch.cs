namespace Verify.Claims.Text;

/// <summary>Tokens of one sentence, from <paramref name="First"/> to before <paramref name="Next"/>.</summary>
readonly record struct Stretch(int First, int Next)
{
    public bool IsEmpty => First >= Next;

    public bool Holds(int token) => First <= token && token < Next;
}

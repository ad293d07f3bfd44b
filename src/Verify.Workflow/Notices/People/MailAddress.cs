using System.Buffers;

namespace Verify.Workflow.Notices.People;

/// <summary>
/// Which texts are taken for a mail address: the plain ones that people have. Quoted names, comments, lists and line breaks are none of them,
/// so an address can never become more of a message than the address.
/// </summary>
public static class MailAddress
{
    const int Longest = 254;
    const int LongestName = 64;
    const int LongestLabel = 63;

    static readonly SearchValues<char> NameLetters = SearchValues.Create("!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= Longest && at is > 0 and <= LongestName && IsName(text.AsSpan(0, at)) && IsDomain(text[(at + 1)..]);
    }

    static bool IsName(ReadOnlySpan<char> name) =>
        !name.ContainsAnyExcept(NameLetters) && name[0] != '.' && name[^1] != '.' && name.IndexOf("..", StringComparison.Ordinal) < 0;

    static bool IsDomain(string domain) => domain.Split('.') is { Length: >= 2 } labels && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}

using System.Collections.Immutable;

namespace Verify.Workflow;

/// <summary>Part of a list.</summary>
/// <param name="Next">What to send as the cursor for the part that follows; null at the end. Opaque.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);

static class PageLimits
{
    const int Most = 200;

    public static Refusal? Refuse(int limit, string? cursor)
    {
        if (limit is < 1 or > Most) return new(RefusalKind.Malformed, "limitOutOfRange", $"A page holds 1 to {Most} items, not {limit}.", "limit");
        return cursor is null || cursor.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/')
            ? null
            : new(RefusalKind.Malformed, "cursorInvalid", "Send \"next\" of the page before as the cursor, unchanged.", "cursor");
    }
}

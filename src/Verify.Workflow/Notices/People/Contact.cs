using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Verify.Workflow.Notices.People;

/// <summary>What a person chose to be told, and where. Personal data: kept under <c>contacts/</c> and nowhere else, gone when its owner says so.</summary>
/// <param name="Role">As it was when the person was last here: whom a notice is for depends on it.</param>
/// <param name="Address">A mail address that its owner confirmed; not written where there is none.</param>
/// <param name="Pending">An address that nobody confirmed yet: nothing but its code is ever sent there. Not written where there is none.</param>
public sealed record Contact(
    Role Role, NoticeChoice Choice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Address = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PendingAddress? Pending = null);

/// <summary>An address and what its owner must know to confirm it.</summary>
/// <param name="Code">The code's hash.</param>
/// <param name="Wrong">How often another code was given.</param>
public sealed record PendingAddress(string Address, string Code, DateTimeOffset Until, int Wrong = 0);

/// <summary>What a person is told, and when.</summary>
/// <param name="Hour">The hour of the day, 0 to 23, where it is <see cref="NoticeTiming.Daily"/>.</param>
/// <param name="EveryHours">1, 2, 3, 4, 6, 8 or 12, counted from midnight, where it is <see cref="NoticeTiming.EveryHours"/>.</param>
/// <param name="TimeZone">An IANA name: <c>Asia/Jakarta</c>.</param>
public sealed record NoticeChoice(
    ImmutableArray<NoticeKind> Kinds, NoticeTiming When = NoticeTiming.Daily, int Hour = 8, int EveryHours = 4, NoticeLanguage Language = NoticeLanguage.En, string TimeZone = "UTC")
{
    /// <summary>Everything, once a day.</summary>
    public static NoticeChoice Usual { get; } = new([.. Enum.GetValues<NoticeKind>()]);
}

/// <summary>When a person is told.</summary>
public enum NoticeTiming
{
    /// <summary>As it happens; new claims gathered.</summary>
    AtOnce,

    /// <summary>Once a day, all in one.</summary>
    Daily,

    /// <summary>Every few hours, all in one.</summary>
    EveryHours,
}

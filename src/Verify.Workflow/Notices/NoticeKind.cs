using System.Collections.Immutable;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices;

/// <summary>What people are told of.</summary>
public enum NoticeKind
{
    /// <summary>Claims that were put in the queue: many in one notice.</summary>
    NewClaims,

    /// <summary>A claim has waited for a while.</summary>
    Reminder,

    /// <summary>A claim has waited too long.</summary>
    Escalation,

    /// <summary>Two reviewers differ: an editor decides.</summary>
    Disagreement,

    /// <summary>A record was published.</summary>
    Publication,

    /// <summary>A published record was corrected or retracted by another one.</summary>
    Correction,
}

/// <summary>
/// A new kind is a member above, the event that it tells of here, whom it is for in <c>Audience</c>, its words in <c>NoticeWords</c>, and its name on the
/// page (<c>notifications.js</c>, <c>words.js</c>); tests find one that lacks its words.
/// </summary>
static class NoticeKinds
{
    /// <summary>Null for an event that nobody is told of.</summary>
    public static NoticeKind? Of(ReviewEvent happened) => happened switch
    {
        ReviewReminded => NoticeKind.Reminder,
        ReviewEscalated => NoticeKind.Escalation,
        ReviewersDisagreed => NoticeKind.Disagreement,
        RecordPublished { IsFirst: true } => NoticeKind.Publication,
        RecordPublished => NoticeKind.Correction,
        _ => null,
    };

    /// <summary>The event of this id that somebody is told of; null while there is none. Who decides chooses an id, and may choose this one: that is another event.</summary>
    public static ReviewEvent? Find(ImmutableArray<ReviewEvent> events, string id) => events.FirstOrDefault(happened => happened.Id == id && Of(happened) is not null);

    /// <summary>The type of an event as webhooks name it.</summary>
    public static string TypeOf(NoticeKind kind) => kind switch
    {
        NoticeKind.NewClaims => "claims.opened",
        NoticeKind.Reminder => "claim.reminded",
        NoticeKind.Escalation => "claim.escalated",
        NoticeKind.Disagreement => "claim.disagreed",
        NoticeKind.Publication => "record.published",
        NoticeKind.Correction => "record.corrected",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No type is kept for this kind of notice."),
    };
}

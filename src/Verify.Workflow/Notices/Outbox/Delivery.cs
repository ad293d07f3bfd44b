using System.Text.Json.Serialization;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>One notice for one receiver. Holds no word of an article and no address: both are read when it is sent.</summary>
/// <param name="Id">The notice's own, the same for all its receivers and in every try: what a receiver drops repeats by.</param>
/// <param name="Receiver">See <see cref="Receivers"/>.</param>
/// <param name="At">When what it tells of happened.</param>
/// <param name="Claims">The claims it tells of: one, or of a digest as many as it may hold.</param>
/// <param name="Event">Not written for a digest.</param>
/// <param name="More">Claims of a digest beyond those. Not written where there are none.</param>
/// <param name="Tries">Those that were begun.</param>
/// <param name="ClaimedUntil">Until when it is being sent by who began the last try; not written before the first.</param>
/// <param name="Problem">What the last try said. Not written while there is nothing to say.</param>
public sealed record Delivery(
    string Id, string Receiver, NoticeKind Kind, DateTimeOffset At, IReadOnlyList<ClaimId> Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Event = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int More = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Tries = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClaimedUntil = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null);

namespace Verify.Workflow.Notices.People;

/// <summary>When a person is told next. Pure.</summary>
static class NoticeTimes
{
    /// <summary>The hours of the clock that a person may be told at: those that divide a day.</summary>
    public static bool IsEvery(int hours) => hours is 1 or 2 or 3 or 4 or 6 or 8 or 12;

    /// <summary>Null for a name that this machine knows no time zone by.</summary>
    public static TimeZoneInfo? Zone(string name) => name.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>When something that happened then is told.</summary>
    public static DateTimeOffset Due(NoticeChoice choice, DateTimeOffset happened) => choice.When == NoticeTiming.AtOnce ? happened : Slot(choice, happened);

    /// <summary>When the claims are told that came in since then.</summary>
    public static DateTimeOffset DigestDue(NoticeChoice choice, DateTimeOffset last, TimeSpan gather) => choice.When == NoticeTiming.AtOnce ? last + gather : Slot(choice, last);

    /// <summary>The first full hour after a time that is one of the person's own, by their clock.</summary>
    static DateTimeOffset Slot(NoticeChoice choice, DateTimeOffset after)
    {
        var zone = Zone(choice.TimeZone) ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        for (var hour = local.Date.AddHours(local.Hour); ; hour = hour.AddHours(1))
        {
            if (choice.When == NoticeTiming.Daily ? hour.Hour != choice.Hour : hour.Hour % choice.EveryHours != 0) continue;
            // An hour that the clock leaves out in spring is told in the next one.
            var told = zone.IsInvalidTime(hour) ? hour.AddHours(1) : hour;
            var slot = new DateTimeOffset(told, zone.GetUtcOffset(told)).ToUniversalTime();
            if (slot > after) return slot;
        }
    }
}

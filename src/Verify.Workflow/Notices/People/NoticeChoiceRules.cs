using System.Globalization;

namespace Verify.Workflow.Notices.People;

/// <summary>Which choices a person may make.</summary>
static class NoticeChoiceRules
{
    public static Refusal? Refuse(NoticeChoice choice) => choice switch
    {
        { Kinds.IsDefault: true } => Wrong("kindsMissing", "Say which kinds you want to be told of; an empty list is none.", "/kinds"),
        { Hour: < 0 or > 23 } => Wrong("hourOutOfRange", string.Create(CultureInfo.InvariantCulture, $"An hour of the day is 0 to 23, not {choice.Hour}."), "/hour"),
        _ when !NoticeTimes.IsEvery(choice.EveryHours) =>
            Wrong("hoursOutOfRange", string.Create(CultureInfo.InvariantCulture, $"Every 1, 2, 3, 4, 6, 8 or 12 hours, not every {choice.EveryHours}."), "/everyHours"),
        _ when NoticeTimes.Zone(choice.TimeZone) is null => Wrong("timeZoneUnknown", $"\"{Short(choice.TimeZone)}\" is no time zone that this desk knows. Give its IANA name, as Asia/Jakarta.", "/timeZone"),
        _ => null,
    };

    static Refusal Wrong(string code, string message, string field) => new(RefusalKind.Invalid, code, message, field);

    static string Short(string text) => text.Length <= 64 ? text : text[..64] + "…";
}

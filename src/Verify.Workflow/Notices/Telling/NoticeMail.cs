using System.Collections.Immutable;
using System.Text;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.Telling;

/// <summary>A mail as it is handed to who sends it: plain text.</summary>
/// <param name="Id">32 hex digits, the same in every try.</param>
/// <param name="Subject">The desk's own words alone, on one line.</param>
/// <param name="Change">Where its receiver changes or stops it; null where the desk has no address.</param>
public sealed record NoticeMail(string To, string Id, string Subject, string Text, string? Change)
{
    const string Rule = "\n\n--------------------\n";

    /// <summary>All that one person is told at a time.</summary>
    internal static NoticeMail Of(string to, ImmutableArray<Notice> notices, NoticeLanguage language, string? desk)
    {
        var text = new StringBuilder();
        foreach (var notice in notices)
        {
            if (text.Length > 0) text.Append(Rule).Append('\n');
            text.Append(notice.Text.Title).Append('\n');
            foreach (var line in notice.Text.Lines) text.Append('\n').Append(line).Append('\n');
            if (notice.Link is { } link) text.Append('\n').Append(link).Append('\n');
        }
        text.Append(Rule).Append(NoticeWords.Say(language, "footer")).Append('\n');
        if (Page(desk) is { } page) text.Append(page).Append('\n');
        var subject = notices is [var only] ? only.Text.Title : NoticeWords.Say(language, "several", notices.Length);
        return new(to, Receivers.NoticeId([to, .. notices.Select(notice => notice.Id)]), subject, text.ToString(), Page(desk));
    }

    /// <summary>Holds no word of who asked for it: a stranger would have it sent.</summary>
    internal static NoticeMail OfCode(string to, string code, NoticeLanguage language) => new(
        to, Receivers.NoticeId(to, code), NoticeWords.Say(language, "code.title"),
        $"{NoticeWords.Say(language, "code")}\n\n    {code}\n\n{NoticeWords.Say(language, "code.else")}\n", null);

    static string? Page(string? desk) => desk is null ? null : $"{desk}/?notifications";
}

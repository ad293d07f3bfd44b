using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Notices.Telling;

/// <summary>Every word of a notice, in each of its languages. A language is one column; {0}, {1} are filled in.</summary>
static class NoticeWords
{
    const int LongestQuote = 300;

    static readonly string[] Verdicts = ["Salah", "Sebagian besar salah", "Setengah benar", "Sebagian besar benar", "Benar"];

    static readonly ImmutableDictionary<string, (string En, string Id)> Table = new Dictionary<string, (string, string)>
    {
        ["newClaims.one"] = ("1 new claim waits for a reviewer", "1 klaim baru menunggu peninjau"),
        ["newClaims"] = ("{0} new claims wait for a reviewer", "{0} klaim baru menunggu peninjau"),
        ["more"] = ("… and {0} more.", "… dan {0} lagi."),
        ["reminder"] = ("A claim still waits for a reviewer", "Sebuah klaim masih menunggu peninjau"),
        ["escalation"] = ("A claim has waited too long and is at the head of the queue", "Sebuah klaim terlalu lama menunggu dan berada di urutan teratas"),
        ["disagreement"] = ("Two reviewers differ on a claim: an editor decides", "Dua peninjau berbeda tentang sebuah klaim: editor memutuskan"),
        ["publication"] = ("A record was published", "Sebuah catatan diterbitkan"),
        ["correction"] = ("A published record was corrected", "Sebuah catatan yang diterbitkan telah dikoreksi"),
        ["retraction"] = ("A published record was retracted", "Sebuah catatan yang diterbitkan telah ditarik"),
        ["reason"] = ("Why: {0}", "Alasan: {0}"),
        ["supersedes"] = ("It takes the place of record {0}", "Menggantikan catatan {0}"),
        ["expires"] = ("It leaves the queue unverified on {0}.", "Klaim ini keluar dari antrean tanpa diverifikasi pada {0}."),
        ["differ"] = ("They differ in: {0}.", "Yang berbeda: {0}."),
        ["verdict"] = ("Verdict: {0}", "Putusan: {0}"),
        ["record"] = ("Record: {0}", "Catatan: {0}"),
        ["by"] = ("Judged by {0}", "Ditinjau oleh {0}"),
        ["several"] = ("{0} notices from the claim desk", "{0} pemberitahuan dari meja klaim"),
        ["footer"] = (
            "You get this because you asked the claim desk for it. On its page, under Notifications, you change it, stop it, or have this address removed.",
            "Anda menerima ini karena Anda memintanya dari meja klaim. Di halamannya, pada Pemberitahuan, Anda dapat mengubahnya, menghentikannya, atau menghapus alamat ini."),
        ["code.title"] = ("Your code for the claim desk", "Kode Anda untuk meja klaim"),
        ["code"] = (
            "Somebody who is signed in at a claim desk gave this address as their own. If that was you, write this code into the page, within a day:",
            "Seseorang yang masuk di sebuah meja klaim memberikan alamat ini sebagai miliknya. Jika itu Anda, tulis kode ini di halaman, dalam satu hari:"),
        ["code.else"] = (
            "If it was not you, do nothing: without the code nothing else is ever sent here.",
            "Jika bukan Anda, abaikan: tanpa kode itu tidak ada lagi yang dikirim ke sini."),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static string Say(NoticeLanguage language, string name, params ReadOnlySpan<object?> holes)
    {
        var (en, id) = Table[name];
        return string.Format(CultureInfo.InvariantCulture, language == NoticeLanguage.Id ? id : en, holes);
    }

    public static NoticeText Of(NoticeKind kind, NoticeData data, NoticeLanguage language, TimeZoneInfo zone) => kind switch
    {
        NoticeKind.NewClaims => new(
            data.Count == 1 ? Say(language, "newClaims.one") : Say(language, "newClaims", data.Count),
            [.. data.Claims.Select(Quote), .. data.Count > data.Claims.Length ? [Say(language, "more", data.Count - data.Claims.Length)] : ImmutableArray<string>.Empty]),
        NoticeKind.Reminder => new(Say(language, "reminder"), [Quote(data.Claims[0]), Expires(data, language, zone)]),
        NoticeKind.Escalation => new(Say(language, "escalation"), [Quote(data.Claims[0]), Expires(data, language, zone)]),
        NoticeKind.Disagreement => new(
            Say(language, "disagreement"), [Quote(data.Claims[0]), Say(language, "differ", string.Join(", ", data.Fields ?? [])), Expires(data, language, zone)]),
        NoticeKind.Publication => new(Say(language, "publication"),
        [
            Quote(data.Claims[0]), Say(language, "verdict", VerdictWords(data.Verdict, language)),
            Say(language, "by", string.Join(", ", data.By ?? [])), Say(language, "record", data.RecordId),
        ]),
        NoticeKind.Correction => Revised(data, language),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words are kept for this kind of notice."),
    };

    static NoticeText Revised(NoticeData data, NoticeLanguage language) => new(
        Say(language, data.Revision == RevisionKind.Retraction ? "retraction" : "correction"),
        [
            Quote(data.Claims[0]), Say(language, "reason", Line(data.Reason ?? "")),
            .. data.Verdict is null ? ImmutableArray<string>.Empty : [Say(language, "verdict", VerdictWords(data.Verdict, language))],
            Say(language, "by", string.Join(", ", data.By ?? [])), Say(language, "record", data.RecordId), Say(language, "supersedes", data.Supersedes),
        ]);

    static string VerdictWords(Verdict? verdict, NoticeLanguage language) => verdict switch
    {
        null => "",
        { Label: null or "" } when language == NoticeLanguage.Id => Verdicts[verdict.Rating - Verdict.Worst],
        _ => Line(verdict.Words),
    };

    static string Expires(NoticeData data, NoticeLanguage language, TimeZoneInfo zone) =>
        Say(language, "expires", string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(data.ExpiresAt!.Value, zone).DateTime:yyyy-MM-dd HH:mm} ({zone.Id})"));

    static string Quote(NoticeClaim claim)
    {
        var from = string.Join(", ", new[] { claim.Speaker, claim.Title }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Line(part!)));
        return from.Length == 0 ? $"“{Line(claim.Text)}”" : $"“{Line(claim.Text)}” ({from})";
    }

    /// <summary>An article's words on one line, without letters that do not show or that turn the direction, and not too many.</summary>
    static string Line(string words)
    {
        var line = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
                continue;
            }
            if (line.Length + rune.Utf16SequenceLength > LongestQuote) return line.Append('…').ToString();
            line.Append(rune.ToString());
        }
        return line.ToString().TrimEnd();
    }
}

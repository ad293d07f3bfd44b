using Verify.Testing.Workflow;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Notices;

/// <summary>New claims are gathered, and people are told when they said.</summary>
public sealed class DigestTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_claims_are_told_once_and_what_waited_before_the_receiver_came_is_not_new()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("newsroom", NoticeKind.NewClaims));
        await desk.Desk.SubmitAsync("Menurut BPS, 300 kapal rusak di pelabuhan itu pada bulan Maret.\n");
        await desk.Desk.Driver.SettleAsync();
        await desk.SendAsync(); // seen for the first time
        await desk.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        Assert.Empty(desk.Box.Notices);

        await desk.FloodAsync();
        await desk.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        var digest = Assert.Single(desk.Box.Notices).Notice;
        Assert.Equal(2, digest.Data.Count);
        await desk.PassAsync(TimeSpan.FromHours(20), TimeSpan.FromMinutes(30));
        Assert.Single(desk.Box.Notices);
    }

    [Fact]
    public async Task A_claim_that_comes_into_the_queue_long_after_it_was_opened_is_told_too()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("newsroom", NoticeKind.NewClaims));
        await desk.FloodAsync();
        // One claim's name comes late, as after a crash between its journal and the queue.
        var late = (await desk.Store.ListAsync("queue/", cancel: Cancel).ToListAsync(Cancel))[0];
        var content = (await desk.Store.ReadAsync(late, Cancel))!.Content;
        await desk.Store.DeleteAsync(late, cancel: Cancel);
        await desk.PassAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));
        Assert.Equal(1, Assert.Single(desk.Box.Notices).Notice.Data.Count);
        await desk.Store.CreateAsync(late, content, Cancel);
        await desk.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(30));
        Assert.Equal(2, desk.Box.Notices.Select(one => one.Notice.Data.Claims.Single().Id).Distinct().Count());
    }

    [Fact]
    public async Task A_digest_leaves_out_what_was_decided_meanwhile_and_is_not_sent_empty()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("newsroom", NoticeKind.NewClaims));
        var queue = await desk.FloodAsync();
        desk.Box.Answers = _ => new Posted.Failed("down");
        await desk.PassAsync(TimeSpan.FromHours(1));
        Assert.NotEmpty(desk.Box.Tried);
        foreach (var claim in queue) TestDesk.Value(await desk.Desk.DecideAsync(claim.Id, new Reject(RejectionReason.NotAClaim), $"decision-{claim.Id.Start}"));
        desk.Box.Answers = _ => new Posted.Done();
        await desk.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Empty(desk.Box.Notices);
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task Who_wants_it_once_a_day_gets_one_mail_with_all_of_it_in_their_language_and_by_their_clock()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail with { DeskAddress = "https://desk.example.org" });
        await desk.JoinAsync(Sample.Budi, NoticeChoice.Usual with { Hour = 7, Language = NoticeLanguage.Id, TimeZone = "Asia/Jakarta" });
        var mailed = desk.Box.Mails.Count;
        await desk.FloodAsync(); // at noon in UTC, at 19 in Jakarta
        await desk.PassAsync(TimeSpan.FromHours(11.9), TimeSpan.FromMinutes(6));
        Assert.Equal(mailed, desk.Box.Mails.Count);
        await desk.PassAsync(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(6));
        var first = Assert.Single(desk.Box.Mails.Skip(mailed));
        Assert.Equal("2 klaim baru menunggu peninjau", first.Subject);
        Assert.Contains("https://desk.example.org/?notifications", first.Text, StringComparison.Ordinal);

        await desk.PassAsync(TimeSpan.FromHours(47), TimeSpan.FromMinutes(30)); // two reminders at 19, two escalations a day later: the next two mornings
        Assert.Equal(["2 pemberitahuan dari meja klaim"], desk.Box.Mails.Skip(mailed + 1).Select(mail => mail.Subject).Distinct());
        Assert.Contains("(Asia/Jakarta)", desk.Box.Mails.Last().Text, StringComparison.Ordinal);
    }

    /// <summary>When, by whose clock, what happened, when it is told.</summary>
    public static TheoryData<NoticeTiming, int, int, string, string, string> Times { get; } = new()
    {
        { NoticeTiming.AtOnce, 8, 4, "UTC", "2026-03-02T12:00:30Z", "2026-03-02T12:00:30Z" },
        { NoticeTiming.Daily, 8, 4, "UTC", "2026-03-02T07:59:59Z", "2026-03-02T08:00:00Z" },
        { NoticeTiming.Daily, 8, 4, "UTC", "2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z" },
        { NoticeTiming.Daily, 8, 4, "Asia/Jakarta", "2026-03-02T00:30:00Z", "2026-03-02T01:00:00Z" },
        { NoticeTiming.Daily, 0, 4, "Asia/Kathmandu", "2026-03-02T12:00:00Z", "2026-03-02T18:15:00Z" },
        { NoticeTiming.Daily, 23, 4, "America/New_York", "2026-03-07T12:00:00Z", "2026-03-08T04:00:00Z" },
        { NoticeTiming.Daily, 2, 4, "America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T07:00:00Z" }, // 2 o'clock is left out that night
        { NoticeTiming.Daily, 8, 4, "America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T12:00:00Z" }, // an hour earlier than the day before
        { NoticeTiming.Daily, 1, 4, "America/New_York", "2026-11-01T04:30:00Z", "2026-11-01T06:00:00Z" }, // 1 o'clock comes twice
        { NoticeTiming.EveryHours, 8, 4, "UTC", "2026-03-02T12:00:00Z", "2026-03-02T16:00:00Z" },
        { NoticeTiming.EveryHours, 8, 12, "Asia/Jakarta", "2026-03-02T12:00:00Z", "2026-03-02T17:00:00Z" },
        { NoticeTiming.EveryHours, 8, 1, "Asia/Kathmandu", "2026-03-02T12:00:00Z", "2026-03-02T12:15:00Z" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void People_are_told_at_the_hours_of_their_own_clock(NoticeTiming when, int hour, int every, string zone, string happened, string told)
    {
        var choice = NoticeChoice.Usual with { When = when, Hour = hour, EveryHours = every, TimeZone = zone };
        Assert.Equal(DateTimeOffset.Parse(told), NoticeTimes.Due(choice, DateTimeOffset.Parse(happened)));
    }
}

using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Journal;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Notices;

/// <summary>What is told, to whom, and what is not.</summary>
public sealed class TellingTests
{
    static readonly WorkflowOptions AlwaysTwo = new() { SecondReviewFrom = 0 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nobody_is_to_be_told_nothing_is_written_or_looked_for()
    {
        var counting = new CountingBlobs(new MemoryBlobs());
        var desk = await NoticeDesk.OpenAsync(new NoticeOptions(), store: counting);
        var queue = await desk.FloodAsync();
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.PassAsync(TimeSpan.FromDays(3), TimeSpan.FromHours(12));
        counting.Take();
        Assert.Equal(new(0, [], 0, false), await desk.SendAsync());
        Assert.Empty(counting.Take());
        Assert.Empty(await counting.ListAsync("outbox/", cancel: Cancel).ToListAsync(Cancel));
        Assert.Empty(await counting.ListAsync("contacts/", cancel: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_kind_that_no_receiver_is_told_of_is_not_marked()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("chat", NoticeKind.Publication));
        await desk.FloodAsync();
        await desk.Desk.Driver.PassAsync(TimeSpan.FromDays(3));
        Assert.Empty(await desk.OutboxAsync());
    }

    /// <summary>Who decides chooses the decision's id.</summary>
    [Fact]
    public async Task A_decision_that_took_the_name_of_the_event_keeps_no_notice_back()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("chat", NoticeKind.Publication));
        var claim = (await desk.FloodAsync())[0].Id;
        Assert.Equal("decisionIdInvalid", TestDesk.RefusalOf(await desk.Desk.DecideAsync(claim, Sample.Approve(), "recordPublished")).Code);

        // A version before this one took it.
        var reviews = Journals.OfReviews(desk.Store);
        var decision = Sample.Approved("recordPublished", desk.Clock.GetUtcNow()) with { Shown = (await desk.Desk.ClaimAsync(claim)).Shown };
        await reviews.AppendAsync(claim.Value, await reviews.LoadAsync(claim.Value, Cancel), decision, Cancel);
        await desk.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await desk.Desk.Mediator.Send(new Advance(claim), Cancel);
        await desk.SendAsync();
        Assert.Equal([NoticeKind.Publication], desk.Box.KindsTo("chat"));
    }

    [Fact]
    public async Task A_claim_s_whole_life_is_told()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook() with { DeskAddress = "https://desk.example.org" });
        var queue = await desk.FloodAsync();
        await desk.PassAsync(TimeSpan.FromHours(2));
        await desk.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve()));
        TestDesk.Value(await desk.Desk.DecideAsync(queue[1].Id, new Reject(RejectionReason.NotCheckable), "decision-2"));
        await desk.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

        Assert.Equal(
            [NoticeKind.NewClaims, NoticeKind.Reminder, NoticeKind.Reminder, NoticeKind.Escalation, NoticeKind.Escalation, NoticeKind.Publication], desk.Box.KindsTo("newsroom"));
        var published = desk.Box.Notices.Last().Notice;
        var record = Assert.Single(await desk.Desk.RecordsAsync());
        Assert.Equal((record.Id, Sample.Ani.Id, 4), (published.Data.RecordId, Assert.Single(published.Data.By!), published.Data.Verdict?.Rating));
        Assert.Equal(("record.published", $"https://desk.example.org/#{queue[0].Id}"), (published.Type, published.Link));
        var digest = desk.Box.Notices.First().Notice;
        Assert.Equal((2, 2, "2 new claims wait for a reviewer"), (digest.Data.Count, digest.Data.Claims.Length, digest.Text.Title));
        Assert.Equal(desk.Box.Notices.Count, desk.Box.Notices.Select(one => one.Notice.Id).Distinct().Count());
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task A_correction_and_a_retraction_are_told_with_what_they_take_the_place_of()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("newsroom", NoticeKind.Correction));
        var claim = (await desk.FloodAsync())[0].Id;
        TestDesk.Value(await desk.Desk.DecideAsync(claim, Sample.Approve()));
        await desk.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        Assert.Empty(desk.Box.Notices);
        var first = (await desk.Desk.ClaimAsync(claim)).RecordId!;
        TestDesk.Value(await desk.Desk.ReviseAsync(first, "correction-1", new Correct(new(Value: 42), new Verdict(2))));
        await desk.Store.CreateAsync($"outbox/new/{claim}/recordPublished-2", ReadOnlyMemory<byte>.Empty, Cancel); // whoever publishes it is about to
        await desk.SendAsync();
        Assert.NotEmpty(await desk.OutboxAsync());
        await desk.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        var second = (await desk.Desk.ClaimAsync(claim)).RecordId!;
        TestDesk.Value(await desk.Desk.ReviseAsync(second, "retraction-1", null));
        await desk.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        var third = (await desk.Desk.ClaimAsync(claim)).RecordId!;

        Assert.Equal(
            [("record.corrected", "A published record was corrected", RevisionKind.Correction, first, second, 2), ("record.corrected", "A published record was retracted", RevisionKind.Retraction, second, third, null)],
            desk.Box.Notices.Select(one => one.Notice).Select(told => (told.Type, told.Text.Title, told.Data.Revision!.Value, told.Data.Supersedes!, told.Data.RecordId!, told.Data.Verdict?.Rating)));
        Assert.All(desk.Box.Notices, one => Assert.Equal(Sample.Dewi.Id, Assert.Single(one.Notice.Data.By!)));
        Assert.All(desk.Box.Notices, one => Assert.Contains(one.Notice.Text.Lines, line => line.StartsWith("Why: ", StringComparison.Ordinal)));
        Assert.Equal(2, desk.Box.Notices.Select(one => one.Notice.Id).Distinct().Count());
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task What_is_no_news_any_more_is_not_told()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook("newsroom", NoticeKind.Reminder));
        var queue = await desk.FloodAsync();
        await desk.Desk.Driver.PassAsync(TimeSpan.FromDays(1)); // both reminded; nobody sends
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        await desk.SendAsync();
        Assert.Equal([queue[1].Id], desk.Box.Notices.Select(one => one.Notice.Data.Claims.Single().Id));
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task Everything_that_is_sent_is_the_same_whether_a_first_reviewer_has_decided_or_not()
    {
        var told = new List<string>();
        foreach (var isDecided in (bool[])[false, true])
        {
            var desk = await NoticeDesk.OpenAsync(PostBox.Webhook() with { HasMail = true }, AlwaysTwo);
            await desk.JoinAsync(Sample.Budi, NoticeDesk.AtOnce());
            await desk.JoinAsync(Sample.Dewi, NoticeDesk.AtOnce());
            var mailed = desk.Box.Taken.Count;
            var queue = await desk.FloodAsync();
            if (isDecided)
                foreach (var claim in queue) TestDesk.Value(await desk.Desk.DecideAsync(claim.Id, Sample.Approve(), $"decision-{claim.Id.Start}"));
            await desk.PassAsync(TimeSpan.FromDays(3), TimeSpan.FromHours(1));
            told.Add(string.Join('\n', desk.Box.Taken.Skip(mailed).Select(one => $"{one.To} {one.Id}\n{one.Text}").Order(StringComparer.Ordinal)));
            Assert.DoesNotContain(Sample.Ani.Id, told[^1], StringComparison.Ordinal);
        }
        Assert.Contains("claim", told[0], StringComparison.Ordinal);
        Assert.Equal(told[0], told[1]);
    }

    [Fact]
    public async Task Who_has_judged_a_claim_is_not_reminded_of_it()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail, AlwaysTwo);
        await desk.JoinAsync(Sample.Ani, NoticeDesk.AtOnce());
        await desk.JoinAsync(Sample.Budi, NoticeDesk.AtOnce());
        var queue = await desk.FloodAsync();
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve()));
        var mailed = desk.Box.Mails.Count;
        await desk.PassAsync(TimeSpan.FromDays(1.5), TimeSpan.FromHours(1));
        var (toAni, toBudi) = (Mails("r-ani"), Mails("r-budi"));
        Assert.DoesNotContain(queue[0].Text, toAni, StringComparison.Ordinal);
        Assert.Contains(queue[1].Text, toAni, StringComparison.Ordinal);
        Assert.Contains(queue[0].Text, toBudi, StringComparison.Ordinal);

        string Mails(string name) => string.Join('\n', desk.Box.Mails.Skip(mailed).Where(mail => mail.To.StartsWith(name, StringComparison.Ordinal)).Select(mail => mail.Text));
    }

    [Fact]
    public async Task A_disagreement_is_told_to_editors_who_may_decide_it()
    {
        var other = new Actor("e-eka", Role.Editor);
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail, AlwaysTwo);
        foreach (var person in (Actor[])[Sample.Ani, Sample.Budi, Sample.Citra, Sample.Dewi, other]) await desk.JoinAsync(person, NoticeDesk.AtOnce(NoticeKind.Disagreement));
        var queue = await desk.FloodAsync();
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve(1), "decision-1", Sample.Ani));
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve(5), "decision-2", other));
        var mailed = desk.Box.Mails.Count;
        await desk.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        var mail = Assert.Single(desk.Box.Mails.Skip(mailed));
        Assert.Equal("e-dewi@example.org", mail.To);
        Assert.Contains("/verdict", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_article_is_told_of_no_more_and_the_outbox_never_held_its_words()
    {
        var desk = await NoticeDesk.OpenAsync();
        var queue = await desk.FloodAsync();
        await desk.Desk.Driver.PassAsync(TimeSpan.FromDays(1));
        desk.Box.Answers = _ => new Posted.Failed("down");
        await desk.SendAsync();
        foreach (var name in await desk.OutboxAsync())
            Assert.DoesNotContain("jembatan", System.Text.Encoding.UTF8.GetString((await desk.Store.ReadAsync(name, Cancel))!.Content.Span), StringComparison.Ordinal);
        TestDesk.Value(await desk.Desk.Mediator.Send(new Verify.Workflow.Erasing.EraseArticle(queue[0].Id.Article, new("o", Role.Operator), "court order"), Cancel));
        desk.Box.Answers = _ => new Posted.Done();
        await desk.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));
        Assert.Empty(desk.Box.Notices);
        Assert.Empty(await desk.OutboxAsync());
    }

    [Theory]
    [InlineData(NoticeLanguage.En)]
    [InlineData(NoticeLanguage.Id)]
    public void Every_kind_has_its_type_and_its_words(NoticeLanguage language)
    {
        var claim = new NoticeClaim(Sample.Claim, "lebih\u202E 40\njembatan", "Dinas", "Jembatan\r\nX: y", "id", 0.7, Sample.Noon);
        var data = new NoticeData([claim], 3, Sample.Noon, ["/verdict"], ["r-ani"], "abc", new(4));
        var titles = Enum.GetValues<NoticeKind>().Select(kind => (Type: NoticeKinds.TypeOf(kind), Text: NoticeWords.Of(kind, data, language, TimeZoneInfo.Utc))).ToArray();
        Assert.Equal(titles.Length, titles.Select(one => one.Type).Distinct().Count());
        Assert.Equal(titles.Length, titles.Select(one => one.Text.Title).Distinct().Count());
        Assert.All(titles, one => Assert.Equal("“lebih 40 jembatan” (Dinas, Jembatan X: y)", one.Text.Lines[0]));
        Assert.All(titles, one => Assert.DoesNotContain('\n', string.Concat(one.Text.Lines)));
    }
}

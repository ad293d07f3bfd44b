using Verify.Testing.Workflow;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Tests.Notices;

/// <summary>Receivers that fail, are slow, or say no.</summary>
public sealed class RetryTests
{
    static readonly Actor Operator = new("o-otto", Role.Operator);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<NoticeDesk> WithReminderAsync(params string[] webhooks)
    {
        var desk = await NoticeDesk.OpenAsync(new NoticeOptions { Webhooks = [.. webhooks.Select(name => new WebhookReceiver(name, [NoticeKind.Reminder]))] });
        await desk.FloodAsync();
        await desk.Desk.Driver.PassAsync(TimeSpan.FromDays(1));
        return desk;
    }

    static async Task<IReadOnlyList<FailedNotice>> FailedAsync(NoticeDesk desk) => TestDesk.Value(await desk.Desk.Mediator.Send(new ListFailedNotices(), Cancel)).Items;

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_more_and_more_seldom_for_three_days_then_an_operator_sees_it()
    {
        var desk = await WithReminderAsync("newsroom");
        desk.Box.Answers = _ => new Posted.Failed("it answered 500");
        var tries = new List<TimeSpan>();
        var begun = desk.Clock.GetUtcNow();
        while (desk.Clock.GetUtcNow() - begun < TimeSpan.FromDays(4))
        {
            var before = desk.Box.Tried.Count;
            await desk.SendAsync();
            if (desk.Box.Tried.Count > before) tries.Add(desk.Clock.GetUtcNow() - begun);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        // Two reminders wait: one that is down is knocked at with one at a time, and each is tried ten times.
        Assert.Equal(20, desk.Box.Tried.Count);
        Assert.Equal(TimeSpan.Zero, tries[0]);
        Assert.True(tries[^1] > TimeSpan.FromDays(3), $"The last try was after {tries[^1]}.");

        var failed = await FailedAsync(desk);
        Assert.Equal(2, failed.Count);
        Assert.All(failed, one => Assert.Equal(("webhook-newsroom", NoticeKind.Reminder, 10, "it answered 500"), (one.Receiver, one.Kind, one.Tries, one.Problem)));

        desk.Box.Answers = _ => new Posted.Done();
        TestDesk.Value(await desk.Desk.Mediator.Send(new RetryNotice(failed[0].Id, Operator), Cancel));
        TestDesk.Value(await desk.Desk.Mediator.Send(new DiscardNotice(failed[1].Id, Operator), Cancel));
        Assert.Equal("noticeNotFound", TestDesk.RefusalOf(await desk.Desk.Mediator.Send(new DiscardNotice(failed[1].Id, Operator), Cancel)).Code);
        await desk.SendAsync();
        Assert.Empty(await FailedAsync(desk));
        Assert.Empty(await desk.OutboxAsync());
        Assert.Equal("msg_" + failed[0].Id.Split('.')[^1], desk.Box.Notices.Single().Notice.Id);
    }

    [Fact]
    public async Task The_id_is_the_same_in_every_try_and_for_every_receiver()
    {
        var desk = await WithReminderAsync("one", "two");
        var down = true;
        desk.Box.Answers = receiver => receiver == "two" && down ? new Posted.Failed("it answered 500") : new Posted.Done();
        await desk.SendAsync();
        down = false;
        await desk.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        var ids = desk.Box.Notices.ToLookup(one => one.Webhook, one => one.Notice.Id);
        Assert.Equal(2, ids["one"].Count());
        Assert.Equal(ids["one"].Order(), ids["two"].Order());
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_is_given_it()
    {
        var desk = await WithReminderAsync("newsroom");
        desk.Box.Answers = _ => new Posted.Failed("it answered 429", TimeSpan.FromHours(3));
        await desk.SendAsync();
        desk.Box.Answers = _ => new Posted.Done();
        await desk.PassAsync(TimeSpan.FromHours(2.9), TimeSpan.FromMinutes(10));
        Assert.Single(desk.Box.Tried);
        await desk.PassAsync(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(2));
        Assert.Equal(2, desk.Box.Notices.Count);
    }

    [Fact]
    public async Task A_receiver_that_says_no_for_good_is_not_asked_again()
    {
        var desk = await WithReminderAsync("newsroom");
        desk.Box.Answers = _ => new Posted.Refused("it answered 410");
        await desk.SendAsync();
        await desk.PassAsync(TimeSpan.FromDays(1), TimeSpan.FromHours(1));
        Assert.Equal(2, desk.Box.Tried.Count);
        Assert.Equal(["it answered 410"], (await FailedAsync(desk)).Select(one => one.Problem).Distinct());
    }

    [Fact]
    public async Task A_webhook_that_the_settings_name_no_more_leaves_what_waited_for_it_to_an_operator()
    {
        var desk = await WithReminderAsync("newsroom", "chat");
        desk.Box.Answers = _ => new Posted.Failed("down");
        await desk.SendAsync();
        await using var changed = await TestDesk.OpenAsync(desk.Store, desk.Clock, new CrankedDriver(desk.Clock), more: desk.Box.On(PostBox.Webhook("chat")));
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await changed.Mediator.Send(new Verify.Workflow.Notices.Sending.SendNotices(), Cancel);
        Assert.Equal(["webhook-newsroom"], (await FailedAsync(desk)).Select(one => one.Receiver).Distinct());
    }

    [Fact]
    public async Task One_that_hangs_keeps_neither_the_others_nor_a_review_waiting()
    {
        var desk = await WithReminderAsync("hangs", "quick");
        var (hanging, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        desk.Box.Meanwhile = async (receiver, _) =>
        {
            if (receiver != "hangs") return;
            hanging.SetResult();
            await ended.Task;
        };
        desk.Box.Answers = receiver => receiver == "hangs" ? new Posted.Failed("it did not answer") : new Posted.Done();
        var sending = desk.SendAsync();
        await hanging.Task;
        while (desk.Box.Notices.Count < 2) await Task.Yield();
        var claim = (await desk.Desk.QueueAsync())[0].Id;
        TestDesk.Value(await desk.Desk.DecideAsync(claim, Sample.Approve()));
        await desk.Desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(await desk.Desk.RecordsAsync());
        Assert.False(sending.IsCompleted);
        ended.SetResult();
        Assert.Equal(2, (await sending).Sent);
    }

    [Fact]
    public async Task Two_who_try_at_once_tell_nothing_twice()
    {
        var desk = await WithReminderAsync("newsroom");
        desk.Box.Answers = _ => new Posted.Failed("it is down");
        await desk.SendAsync(); // one delivery for each is in the outbox now
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        desk.Box.Answers = _ => new Posted.Done();
        await AtOnceAsync(desk);
        Assert.Equal(2, desk.Box.Notices.Count);
    }

    /// <summary>Who is slow to make a delivery of a mark makes it again when another has sent it: a receiver drops what it has seen.</summary>
    [Fact]
    public async Task Two_who_look_for_what_is_new_at_once_tell_it_with_one_id()
    {
        var desk = await WithReminderAsync("newsroom");
        await AtOnceAsync(desk);
        Assert.Equal(2, desk.Box.Notices.DistinctBy(one => one.Notice.Id).Count());
        Assert.Empty(await desk.OutboxAsync());
    }

    static async Task AtOnceAsync(NoticeDesk desk)
    {
        desk.Box.Meanwhile = async (_, _) => await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(desk.SendAsync, Cancel)));
        await desk.SendAsync();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_keeps_no_other_notice_back()
    {
        var desk = await WithReminderAsync("newsroom");
        var broken = "journals/review/" + (await desk.Desk.QueueAsync())[0].Id;
        var blob = await desk.Store.ReadAsync(broken, Cancel);
        await desk.Store.AppendAsync(broken, "{\"type\":\"unheardOf\"}\n"u8.ToArray(), blob!.Content.Length, Cancel);
        await desk.SendAsync();
        Assert.Single(desk.Box.Notices);
        Assert.Single(await desk.OutboxAsync()); // its mark, until it can be read
    }
}

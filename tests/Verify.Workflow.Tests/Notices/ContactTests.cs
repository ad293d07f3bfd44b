using System.Text;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Tests.Notices;

/// <summary>Addresses: used once confirmed, kept in one place, gone when their owner says so.</summary>
public sealed class ContactTests
{
    const string Home = "ani@example.org";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Task<Answer<NotificationView>> SetAsync(NoticeDesk desk, string? address, NoticeChoice? choice = null) =>
        desk.Desk.Mediator.Send(new SetNotifications(Sample.Ani, choice ?? NoticeDesk.AtOnce(), address), Cancel);

    static Task<Answer<NotificationView>> ConfirmAsync(NoticeDesk desk, string code) => desk.Desk.Mediator.Send(new ConfirmAddress(Sample.Ani, code), Cancel);

    static async Task<int> MailsOfADayAsync(NoticeDesk desk)
    {
        var before = desk.Box.Mails.Count;
        await desk.FloodAsync();
        await desk.PassAsync(TimeSpan.FromDays(1.1), TimeSpan.FromHours(1));
        return desk.Box.Mails.Count - before;
    }

    [Fact]
    public async Task Nothing_but_its_code_goes_to_an_address_that_nobody_confirmed()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        var view = TestDesk.Value(await SetAsync(desk, Home));
        Assert.Equal((null, Home), (view.Address, view.Unconfirmed));
        Assert.Equal(0, await MailsOfADayAsync(desk));
        var code = Assert.Single(desk.Box.Mails);
        Assert.Equal(Home, code.To);
        Assert.DoesNotContain(Sample.Ani.Id, code.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_address_is_told_and_another_takes_its_place_only_when_it_is_confirmed_too()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        await desk.JoinAsync(Sample.Ani, NoticeDesk.AtOnce(), Home);
        var view = TestDesk.Value(await SetAsync(desk, "new@example.org"));
        Assert.Equal((Home, "new@example.org"), (view.Address, view.Unconfirmed));
        var code = NoticeDesk.CodeIn(desk.Box.Mails.Last().Text);
        Assert.True(await MailsOfADayAsync(desk) > 0);
        Assert.All(desk.Box.Mails.Skip(2), mail => Assert.Equal(Home, mail.To));
        Assert.Equal("codeOver", TestDesk.RefusalOf(await ConfirmAsync(desk, code)).Code); // a day is over
        TestDesk.Value(await desk.Desk.Mediator.Send(new SendCodeAgain(Sample.Ani), Cancel));
        Assert.Equal("new@example.org", TestDesk.Value(await ConfirmAsync(desk, $" {NoticeDesk.CodeIn(desk.Box.Mails.Last().Text)}\n")).Address);
    }

    [Fact]
    public async Task A_code_is_one_person_s_and_does_not_survive_five_guesses()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        TestDesk.Value(await SetAsync(desk, Home));
        var code = NoticeDesk.CodeIn(desk.Box.Mails.Single().Text);
        Assert.Equal("nothingToConfirm", TestDesk.RefusalOf(await desk.Desk.Mediator.Send(new ConfirmAddress(Sample.Budi, code), Cancel)).Code);
        for (var guess = 0; guess < 5; guess++) Assert.Equal("codeWrong", TestDesk.RefusalOf(await ConfirmAsync(desk, "1234567")).Code);
        Assert.Equal("codeOver", TestDesk.RefusalOf(await ConfirmAsync(desk, code)).Code);
    }

    /// <summary>What somebody does in one tab, while they remove everything in another.</summary>
    [Theory]
    [InlineData("look with another role")]
    [InlineData("confirm")]
    [InlineData("guess")]
    [InlineData("ask for a code that cannot be sent")]
    public async Task What_was_removed_does_not_come_back(string act)
    {
        var reached = true;
        for (var call = 1; reached; call++)
        {
            var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
            TestDesk.Value(await SetAsync(desk, Home));
            var code = NoticeDesk.CodeIn(desk.Box.Mails.Single().Text);
            var mails = new PostBox();
            var meanwhile = new InterruptedBlobs(desk.Store, call, () => desk.Desk.Mediator.Send(new ForgetContact(Sample.Ani.Id), Cancel));
            await using var other = await TestDesk.OpenAsync(meanwhile, desk.Clock, new CrankedDriver(desk.Clock), more: mails.On(NoticeDesk.Mail));
            if (act.StartsWith("ask", StringComparison.Ordinal)) mails.Meanwhile = (_, _) => desk.Desk.Mediator.Send(new ForgetContact(Sample.Ani.Id), Cancel);
            mails.Answers = _ => new Posted.Failed("it is down");
            object answer = act switch
            {
                "look with another role" => await other.Mediator.Send(new GetNotifications(Sample.Ani with { Role = Role.Editor }), Cancel),
                "confirm" => await other.Mediator.Send(new ConfirmAddress(Sample.Ani, code), Cancel),
                "guess" => await other.Mediator.Send(new ConfirmAddress(Sample.Ani, "00"), Cancel),
                _ => await other.Mediator.Send(new SendCodeAgain(Sample.Ani), Cancel),
            };
            Assert.NotNull(answer);
            reached = meanwhile.Reached;
            if (reached) Assert.True(await desk.Store.ReadAsync($"contacts/{Sample.Ani.Id}", Cancel) is null, $"call {call}");
        }
    }

    [Fact]
    public async Task A_desk_that_sends_no_mail_any_more_does_not_look_for_more_all_the_time()
    {
        var desk = await NoticeDesk.OpenAsync(PostBox.Webhook());
        for (var n = 0; n < 201; n++) await desk.Store.CreateAsync($"outbox/waiting/202603021100.person-{Sample.Ani.Id}.{n:x32}", "{}"u8.ToArray(), Cancel);
        Assert.False((await desk.SendAsync()).IsMore);
        Assert.Equal(201, (await desk.OutboxAsync()).Count);
    }

    [Fact]
    public async Task Nobody_has_the_desk_write_to_strangers_also_not_by_removing_and_giving_again()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        for (var n = 0; n < 5; n++)
        {
            TestDesk.Value(await SetAsync(desk, $"stranger{n}@example.org"));
            TestDesk.Value(await desk.Desk.Mediator.Send(new ForgetContact(Sample.Ani.Id), Cancel));
        }
        Assert.Equal((RefusalKind.TooMany, "tooManyCodes"), (TestDesk.RefusalOf(await SetAsync(desk, "stranger5@example.org")) is var no ? (no.Kind, no.Code) : default));
        Assert.Equal(5, desk.Box.Mails.Count);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        TestDesk.Value(await SetAsync(desk, "stranger6@example.org"));
    }

    [Fact]
    public async Task Saving_again_sends_no_other_code_and_taking_the_address_out_removes_it()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        TestDesk.Value(await SetAsync(desk, Home));
        TestDesk.Value(await SetAsync(desk, Home, NoticeDesk.AtOnce(NoticeKind.Reminder)));
        Assert.Single(desk.Box.Mails);
        var view = TestDesk.Value(await SetAsync(desk, ""));
        Assert.Equal((null, null), (view.Address, view.Unconfirmed));
    }

    [Fact]
    public async Task No_journal_record_or_notice_holds_an_address_and_none_stays_once_its_owner_removes_it()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        await desk.JoinAsync(Sample.Ani, NoticeDesk.AtOnce(), Home);
        var queue = await desk.FloodAsync();
        desk.Box.Answers = _ => new Posted.Failed("down");
        TestDesk.Value(await desk.Desk.DecideAsync(queue[0].Id, Sample.Approve(), by: Sample.Budi));
        await desk.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(30));
        Assert.Equal(["contacts/r-ani"], await HoldingAsync(desk, Home));
        Assert.NotEmpty(await desk.OutboxAsync());

        TestDesk.Value(await desk.Desk.Mediator.Send(new ForgetContact(Sample.Ani.Id), Cancel));
        Assert.Empty(await HoldingAsync(desk, Home));
        desk.Box.Answers = _ => new Posted.Done();
        var mailed = desk.Box.Mails.Count;
        await desk.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        Assert.Equal(mailed, desk.Box.Mails.Count);
        Assert.Empty(await desk.OutboxAsync());
    }

    [Fact]
    public async Task A_mail_server_that_does_not_take_the_code_is_told_at_once_and_no_code_is_waited_for()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        desk.Box.Answers = _ => new Posted.Refused("the mail server refused it (550)");
        Assert.Equal((RefusalKind.Invalid, "addressRefused"), TestDesk.RefusalOf(await SetAsync(desk, Home)) is var no ? (no.Kind, no.Code) : default);
        desk.Box.Answers = _ => new Posted.Failed("down");
        Assert.Equal((RefusalKind.Unavailable, "mailUnavailable"), TestDesk.RefusalOf(await SetAsync(desk, Home)) is var down ? (down.Kind, down.Code) : default);
        Assert.Null(TestDesk.Value(await desk.Desk.Mediator.Send(new GetNotifications(Sample.Ani), Cancel)).Unconfirmed);
    }

    [Fact]
    public async Task Whom_a_notice_is_for_follows_the_role_a_person_has_now()
    {
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        await desk.JoinAsync(Sample.Ani, NoticeDesk.AtOnce(), Home);
        await desk.Desk.Mediator.Send(new GetNotifications(Sample.Ani with { Role = Role.Operator }), Cancel);
        Assert.Equal(0, await MailsOfADayAsync(desk));
    }

    [Theory]
    [InlineData("ani", false)]
    [InlineData("ani@example", false)]
    [InlineData("ani@example.org", true)]
    [InlineData("a.n+i_1@mail.example.org", true)]
    [InlineData("ani@example.org\r\nBcc: all@example.org", false)]
    [InlineData("ani@example.org,budi@example.org", false)]
    [InlineData("Ani <ani@example.org>", false)]
    [InlineData("\"ani b\"@example.org", false)]
    [InlineData("ani @example.org", false)]
    [InlineData("ani@exa mple.org", false)]
    [InlineData(".ani@example.org", false)]
    [InlineData("a..i@example.org", false)]
    [InlineData("ani@-example.org", false)]
    [InlineData("ani@127.0.0.1", false)]
    [InlineData("ani@[127.0.0.1]", false)]
    [InlineData("ani@exämple.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("ani@b@example.org", false)]
    public async Task Only_a_plain_address_is_taken_for_one(string text, bool isValid)
    {
        Assert.Equal(isValid, MailAddress.IsValid(text));
        var desk = await NoticeDesk.OpenAsync(NoticeDesk.Mail);
        var answer = await SetAsync(desk, text);
        Assert.Equal(isValid ? null : "addressInvalid", (answer as Answer<NotificationView>.Refused)?.Refusal.Code);
    }

    [Fact]
    public async Task Without_a_mail_server_no_address_is_taken()
    {
        var desk = await NoticeDesk.OpenAsync();
        Assert.Equal("noMail", TestDesk.RefusalOf(await SetAsync(desk, Home)).Code);
        Assert.False(TestDesk.Value(await desk.Desk.Mediator.Send(new GetNotifications(Sample.Ani), Cancel)).HasMail);
    }

    static async Task<IReadOnlyList<string>> HoldingAsync(NoticeDesk desk, string text)
    {
        var holding = new List<string>();
        await foreach (var name in desk.Store.ListAsync("", cancel: Cancel))
            if (name.Contains(text, StringComparison.Ordinal) || Encoding.UTF8.GetString((await desk.Store.ReadAsync(name, Cancel))!.Content.Span).Contains(text, StringComparison.Ordinal)) holding.Add(name);
        return holding;
    }
}

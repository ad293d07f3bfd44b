using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Notices;

/// <summary>
/// Stops the desk at its first write, then at its second, and so on to the last one of a life in which everything is told that can be, opens it again over
/// what is there, and looks for a notice that was lost.
/// </summary>
public sealed class CrashTests
{
    [Fact]
    public Task A_desk_that_dies_between_any_two_writes_loses_no_notice() => WalkAsync(FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task A_store_whose_answer_is_lost_loses_no_notice() => WalkAsync(FaultyBlobs.LosesAnswerOfWrite);

    /// <summary>Dies while a receiver is being told: after it has taken the notice, before the desk knows.</summary>
    [Fact]
    public async Task A_desk_that_dies_while_it_tells_tells_again_with_the_same_id()
    {
        var life = new ToldLife();
        var store = new MemoryBlobs();
        var dead = false;
        life.Box.Answers = _ => dead ? throw new StoreException("the machine stopped") : new Posted.Done();
        await life.LiveAsync(store);
        Assert.True(life.IsOver);
        var whole = life.Ids;

        for (var at = 1; at <= whole.Count; at++)
        {
            var again = new ToldLife();
            var (tries, folder) = (0, new MemoryBlobs());
            again.Box.Answers = _ => ++tries == at ? throw new StoreException("the machine stopped") : new Posted.Done();
            await again.LiveAsync(folder);
            await again.LiveAsync(folder);
            await again.CheckAsync(folder, $"try {at}", whole);
        }
    }

    static async Task WalkAsync(Func<int, IBlobs, FaultyBlobs> faultAt)
    {
        var unharmed = new ToldLife();
        await unharmed.LiveAsync(new MemoryBlobs());
        Assert.True(unharmed.IsOver);
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var store = new MemoryBlobs();
            var faulty = faultAt(write, store);
            var life = new ToldLife();
            await life.LiveAsync(faulty);
            reached = faulty.Reached;
            await life.LiveAsync(store);
            await life.CheckAsync(store, $"write {write}", unharmed.Ids);
            Assert.True(write < 500, "A life has far fewer writes.");
        }
    }

    /// <summary>One claim is reminded of, escalated, differed on and decided by an editor; a program and an editor are told of all of it.</summary>
    sealed class ToldLife
    {
        readonly FakeTimeProvider clock = new(Sample.Noon);
        ClaimId? claim;
        string? first, second, last;

        public PostBox Box { get; } = new();

        public bool IsOver { get; private set; }

        /// <summary>What the program was told, without its digests: those are named by when they were made.</summary>
        public IReadOnlySet<string> Ids => Box.Notices.Where(one => one.Notice.Kind != NoticeKind.NewClaims).Select(one => $"{one.Notice.Kind} {one.Notice.Id}").ToHashSet();

        public async Task LiveAsync(IBlobs store)
        {
            try
            {
                await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), new() { SecondReviewFrom = 0 }, more: Box.On(PostBox.Webhook() with { HasMail = true }));
                await desk.Driver.SettleAsync();
                await JoinAsync(desk);
                await desk.Mediator.Send(new SendNotices());
                claim ??= await OpenedAsync(desk);
                for (var hours = 0; hours < 52 && first is null; hours++) await PassAsync(desk, TimeSpan.FromHours(1));
                first ??= await DecideAsync(desk, Sample.Approve(1), "first", Sample.Ani);
                second ??= await DecideAsync(desk, Sample.Approve(5), "second", Sample.Budi);
                await PassAsync(desk, TimeSpan.FromMinutes(1));
                await PassAsync(desk, TimeSpan.FromMinutes(3));
                last ??= await DecideAsync(desk, Sample.Approve(4), "last", Sample.Dewi);
                for (var more = 0; more < 5; more++) await PassAsync(desk, TimeSpan.FromMinutes(3));
                IsOver = true;
            }
            catch (StoreException)
            {
                clock.Advance(TimeSpan.FromMinutes(3)); // until somebody starts it again
            }
        }

        async Task JoinAsync(TestDesk desk)
        {
            var joined = await desk.Mediator.Send(new GetNotifications(Sample.Dewi));
            if (TestDesk.Value(joined).Address is not null) return;
            TestDesk.Value(await desk.Mediator.Send(new SetNotifications(Sample.Dewi, NoticeDesk.AtOnce(), null)));
            TestDesk.Value(await desk.Mediator.Send(new SetNotifications(Sample.Dewi, NoticeDesk.AtOnce(), "dewi@example.org")));
            TestDesk.Value(await desk.Mediator.Send(new ConfirmAddress(Sample.Dewi, NoticeDesk.CodeIn(Box.Mails.Last().Text))));
        }

        async Task<ClaimId> OpenedAsync(TestDesk desk)
        {
            var article = (await desk.SubmitAsync("Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n")).Id;
            await desk.Driver.SettleAsync();
            return TestDesk.Value(await desk.Mediator.Send(new Verify.Workflow.Articles.GetArticle(article))).Claims[0].Id;
        }

        async Task<string> DecideAsync(TestDesk desk, Judgement judgement, string decision, Actor by)
        {
            TestDesk.Value(await desk.DecideAsync(claim!.Value, judgement, $"decision-{decision}", by));
            return decision;
        }

        static async Task PassAsync(TestDesk desk, TimeSpan time)
        {
            await desk.Driver.PassAsync(time);
            await desk.Mediator.Send(new SendNotices());
        }

        public async Task CheckAsync(IBlobs store, string where, IReadOnlySet<string> told)
        {
            Assert.True(IsOver, $"{where}: the second life did not come to its end");
            Assert.True(told.IsSubsetOf(Ids), $"{where}: told was only {string.Join(", ", Ids)}");
            Assert.Equal(told, Ids);
            Assert.Contains(Box.Notices, one => one.Notice.Kind == NoticeKind.NewClaims);
            var mails = string.Join('\n', Box.Mails.Select(mail => mail.Text));
            foreach (var title in (string[])["1 new claim waits", "A claim still waits", "has waited too long", "Two reviewers differ", "A record was published"])
                Assert.True(mails.Contains(title, StringComparison.Ordinal), $"{where}: no mail says \"{title}\"");
            var left = (await store.ListAsync("outbox/").ToListAsync()).Where(name => !name.StartsWith("outbox/digests/", StringComparison.Ordinal));
            Assert.True(!left.Any(), $"{where}: {string.Join(", ", left)}");
        }
    }
}

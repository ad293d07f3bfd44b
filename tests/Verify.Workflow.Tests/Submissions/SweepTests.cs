using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;
using static Verify.Testing.Workflow.SubmittedAddresses;

namespace Verify.Workflow.Tests.Submissions;

/// <summary>What waits is tried again, later and later, until it is an article or given up.</summary>
public sealed class SweepTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly FakeFetcher web = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestDesk> OpenAsync() => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: web);

    async Task<List<string>> MarksAsync() => await store.ListAsync("submissions/waiting/", cancel: Cancel).ToListAsync(Cancel);

    [Fact]
    public async Task A_page_that_answers_again_is_an_article_with_everybody_who_sent_it()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down(), FloodPage);
        var id = (await desk.SendAsync()).Waiting().Id;
        (await desk.SendAsync(source: ByBudi)).Waiting();
        Assert.Equal(new SweptSubmissions(0, 0, 0), await desk.SweepAsync());

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new SweptSubmissions(1, 1, 0), await desk.SweepAsync());
        var submission = await desk.SubmissionAsync(id);
        Assert.Equal((SubmissionState.Done, 2, null, null), (submission.State, submission.Tries, submission.NextTry, submission.Problem));
        Assert.Equal(["s-ani", "s-budi"], (await desk.ArticleAsync(submission.Article!.Value)).Sources.Select(source => source.Name));
        Assert.Empty(await MarksAsync());
        await desk.Driver.SettleAsync();
        Assert.Equal(2, (await desk.QueueAsync()).Count);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new SweptSubmissions(0, 0, 0), await desk.SweepAsync());
    }

    [Fact]
    public async Task It_is_tried_eight_times_later_and_later_and_then_quarantined()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        var id = (await desk.SendAsync()).Waiting().Id;
        var waits = new List<double>();
        while ((await desk.SubmissionAsync(id)) is { NextTry: { } next })
        {
            waits.Add((next - clock.GetUtcNow()).TotalMinutes);
            clock.SetUtcNow(next - TimeSpan.FromSeconds(1));
            Assert.Equal(0, (await desk.SweepAsync()).Tried);
            clock.SetUtcNow(next);
            Assert.Equal(1, (await desk.SweepAsync()).Tried);
        }
        Assert.Equal([1, 5, 15, 45, 120, 240, 360], waits);
        Assert.Equal(8, web.Asked.Count);

        const string reason = "The page is not given now. It was tried 8 times since 2026-03-02 12:00 UTC and is not tried again.";
        var submission = await desk.SubmissionAsync(id);
        Assert.Equal((SubmissionState.Quarantined, 8, new SubmissionProblem("addressUnavailable", reason)), (submission.State, submission.Tries, submission.Problem));
        var quarantined = Assert.Single(await desk.QuarantineAsync());
        Assert.Equal((ByAni with { Address = Flood }, "addressUnavailable", reason, null), (quarantined.Source, quarantined.Code, quarantined.Reason, quarantined.Bytes));
        Assert.Empty(await MarksAsync());
    }

    [Theory]
    [InlineData(30, 60)]
    [InlineData(600, 600)]
    public async Task A_server_that_asks_for_more_time_gets_it(int asked, int waited)
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down(TimeSpan.FromSeconds(asked)));
        Assert.Equal(Sample.Noon.AddSeconds(waited), (await desk.SendAsync()).Waiting().NextTry);

        clock.Advance(TimeSpan.FromHours(1));
        web.Answer(Flood, Down(TimeSpan.FromHours(20)));
        await desk.SweepAsync(); // the first answer once more
        clock.Advance(TimeSpan.FromHours(1));
        await desk.SweepAsync();
        Assert.Equal(clock.GetUtcNow().AddHours(20), (await desk.SubmissionAsync((await desk.SendAsync()).Waiting().Id)).NextTry);
    }

    [Fact]
    public async Task A_page_that_turns_out_to_be_no_article_is_quarantined_with_its_bytes()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down()).Page(Flood, "%PDF-1.7 …", "text/html");
        var id = (await desk.SendAsync()).Waiting().Id;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new SweptSubmissions(1, 0, 1), await desk.SweepAsync());
        var quarantined = Assert.Single(await desk.QuarantineAsync());
        Assert.Equal(("unsupportedFormat", 12), (quarantined.Code, quarantined.Bytes));
        Assert.NotNull(await store.ReadAsync($"quarantine/{quarantined.Id}/raw", Cancel));
        Assert.Equal("unsupportedFormat", (await desk.SubmissionAsync(id)).Problem!.Code);
    }

    [Fact]
    public async Task Two_addresses_of_one_sender_are_two_in_quarantine()
    {
        await using var desk = await OpenAsync();
        foreach (var address in new[] { Flood, "https://kabar.example/lain" })
        {
            web.Answer(address, Down(), Gone);
            (await desk.SendAsync(address)).Waiting();
        }
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new SweptSubmissions(2, 0, 2), await desk.SweepAsync());
        Assert.Equal(2, (await desk.QuarantineAsync()).Count);
    }

    [Fact]
    public async Task An_address_that_was_given_up_may_be_sent_again()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down(), Gone, Down());
        var id = (await desk.SendAsync()).Waiting().Id;
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SweepAsync();
        Assert.Equal(SubmissionState.Quarantined, (await desk.SubmissionAsync(id)).State);

        var again = (await desk.SendAsync(source: ByBudi)).Waiting();
        Assert.Equal((id, 1, clock.GetUtcNow(), "s-budi"), (again.Id, again.Tries, again.SentAt, Assert.Single(again.Sources).Name));
        Assert.Single(await MarksAsync());
    }

    [Fact]
    public async Task Two_sweepers_at_once_make_one_try()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down(), FloodPage);
        (await desk.SendAsync()).Waiting();
        clock.Advance(TimeSpan.FromMinutes(1));

        var (begun, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        web.Hold = _ =>
        {
            begun.SetResult();
            return held.Task;
        };
        var first = desk.SweepAsync();
        await begun.Task;
        Assert.Equal(0, (await desk.SweepAsync()).Tried);
        held.SetResult();
        Assert.Equal(1, (await first).Taken);
        Assert.Equal(2, web.Asked.Count);
    }

    [Fact]
    public async Task Many_sweepers_at_once_lose_and_double_nothing()
    {
        await using var desk = await OpenAsync();
        var addresses = Enumerable.Range(0, 20).Select(page => $"https://kabar.example/{page}").ToList();
        foreach (var address in addresses)
        {
            web.Answer(address, Down()).Page(address, $"{FloodText}{address}");
            (await desk.SendAsync(address)).Waiting();
        }
        clock.Advance(TimeSpan.FromMinutes(1));
        var swept = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.SweepAsync(), Cancel)));
        Assert.Equal((20, 20), (swept.Sum(sweep => sweep.Tried), swept.Sum(sweep => sweep.Taken)));
        Assert.Equal(40, web.Asked.Count);
        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task A_try_whose_process_ends_is_made_again_after_two_minutes()
    {
        web.Answer(Flood, Down(), FloodPage);
        string id;
        await using (var desk = await OpenAsync())
        {
            id = (await desk.SendAsync()).Waiting().Id;
            clock.Advance(TimeSpan.FromMinutes(1));
            var begun = new TaskCompletionSource();
            web.Hold = cancel =>
            {
                begun.SetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            };
            using var ending = new CancellationTokenSource();
            var sweep = desk.Mediator.Send(new SweepSubmissions(), ending.Token);
            await begun.Task;
            await ending.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweep);
        }
        web.Hold = null;
        await using var again = await OpenAsync();
        Assert.Equal(0, (await again.SweepAsync()).Tried);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await again.SweepAsync()).Taken);
        Assert.Equal((SubmissionState.Done, 3), ((await again.SubmissionAsync(id)).State, (await again.SubmissionAsync(id)).Tries));
    }

    [Fact]
    public async Task A_page_that_ends_every_process_is_given_up_as_well()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down());
        var id = (await desk.SendAsync()).Waiting().Id;
        web.Hold = _ => throw new InvalidProgramException("a defect");
        for (var sweep = 0; sweep < 20 && (await desk.SubmissionAsync(id)).State == SubmissionState.Waiting; sweep++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            try
            {
                await desk.SweepAsync();
            }
            catch (InvalidProgramException)
            {
                // The host logs it and sweeps on.
            }
        }
        Assert.Equal(8, web.Asked.Count);
        Assert.Equal(SubmissionState.Quarantined, (await desk.SubmissionAsync(id)).State);
        Assert.StartsWith("The page is not given now. It was tried 8 times", Assert.Single(await desk.QuarantineAsync()).Reason);
    }

    [Fact]
    public async Task One_that_fails_takes_no_other_with_it()
    {
        await using var desk = await OpenAsync();
        var addresses = Enumerable.Range(0, 6).Select(page => $"https://kabar.example/{page}").ToList();
        foreach (var address in addresses)
        {
            web.Answer(address, Down(), address.EndsWith('2') ? new Fetched.NotModified() : FloodPage);
            (await desk.SendAsync(address)).Waiting();
        }
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.SweepAsync());
        Assert.Single(await MarksAsync());
    }

    [Fact]
    public async Task A_sweep_makes_so_many_tries_and_the_next_one_goes_on()
    {
        await using var desk = await OpenAsync();
        foreach (var page in Enumerable.Range(0, 30))
        {
            web.Answer($"https://kabar.example/{page}", Down(), Gone);
            (await desk.SendAsync($"https://kabar.example/{page}")).Waiting();
        }
        clock.Advance(TimeSpan.FromMinutes(1));
        var first = (await desk.SweepAsync(most: 10)).Tried;
        Assert.InRange(first, 10, 13); // those that run at once may each be one too many
        Assert.Equal(30 - first, (await desk.SweepAsync()).Tried);
    }

    [Fact]
    public async Task Stray_names_and_spoilt_files_hide_nothing()
    {
        await using var desk = await OpenAsync();
        web.Answer(Flood, Down(), FloodPage);
        var id = (await desk.SendAsync()).Waiting().Id;
        var spoilt = new string('a', 64);
        foreach (var (name, content) in new (string, string)[]
        {
            ("submissions/waiting/000000000000-x", ""), ("submissions/waiting/x", ""), ("submissions/waiting/202603021200-nothex", ""),
            ($"submissions/waiting/209999999999-{id}", ""), ($"submissions/waiting/202603021200-{spoilt}", ""), ($"submissions/{spoilt}.json", "{"),
            ($"submissions/waiting/202603021200-{new string('b', 64)}", ""), ($"submissions/{new string('b', 64)}.json", "{\"id\":\"b\"}"),
        }) await store.CreateAsync(name, System.Text.Encoding.UTF8.GetBytes(content), Cancel);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await desk.SweepAsync()).Taken);
        Assert.Equal("submissionNotFound", TestDesk.RefusalOf(await desk.Mediator.Send(new GetSubmission(spoilt), Cancel)).Code);
    }

    [Fact]
    public async Task A_mark_that_stands_for_nothing_is_removed_after_an_hour_and_not_before()
    {
        await using var desk = await OpenAsync();
        var orphan = $"submissions/waiting/202603021200-{new string('c', 64)}";
        await store.CreateAsync(orphan, default, Cancel);
        clock.Advance(TimeSpan.FromMinutes(60));
        await desk.SweepAsync();
        Assert.Equal([orphan], await MarksAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SweepAsync();
        Assert.Empty(await MarksAsync());
    }
}

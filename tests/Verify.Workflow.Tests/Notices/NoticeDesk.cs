using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Notices;

/// <summary>A desk over memory that tells people, with a clock that the test moves.</summary>
sealed class NoticeDesk
{
    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public MemoryBlobs Store { get; } = new();

    public PostBox Box { get; } = new();

    public NoticeOptions Options { get; set; } = PostBox.Webhook();

    public TestDesk Desk { get; private set; } = null!;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<NoticeDesk> OpenAsync(NoticeOptions? options = null, WorkflowOptions? rules = null, IBlobs? store = null)
    {
        var made = new NoticeDesk { Options = options ?? PostBox.Webhook() };
        made.Desk = await TestDesk.OpenAsync(store ?? made.Store, made.Clock, new CrankedDriver(made.Clock), rules, more: made.Box.On(made.Options));
        return made;
    }

    public Task<NoticesSent> SendAsync() => Desk.Mediator.Send(new SendNotices(), Cancel);

    /// <summary>Lets time pass, minute by minute at first, so that what waits is tried when it is due.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        for (var left = time; left > TimeSpan.Zero; left -= step ?? TimeSpan.FromMinutes(30))
        {
            await Desk.Driver.PassAsync(left < (step ?? TimeSpan.FromMinutes(30)) ? left : step ?? TimeSpan.FromMinutes(30));
            await SendAsync();
        }
    }

    /// <summary>Bridges and houses, waiting.</summary>
    public async Task<IReadOnlyList<QueueEntry>> FloodAsync()
    {
        await SendAsync(); // receivers are seen first: what waited before them is not new
        await Desk.SubmitAsync(WorkflowScenarios.Flood);
        await Desk.Driver.SettleAsync();
        return await Desk.QueueAsync();
    }

    /// <summary>Somebody whose address is confirmed.</summary>
    public async Task<NotificationView> JoinAsync(Actor by, NoticeChoice choice, string? address = null)
    {
        TestDesk.Value(await Desk.Mediator.Send(new SetNotifications(by, choice, address ?? $"{by.Id}@example.org"), Cancel));
        return TestDesk.Value(await Desk.Mediator.Send(new ConfirmAddress(by, CodeIn(Box.Mails.Last().Text)), Cancel));
    }

    public static string CodeIn(string text) => text.Split('\n').Select(line => line.Trim()).Single(line => line.Length == 8 && line.All(char.IsAsciiDigit));

    public static NoticeChoice AtOnce(params NoticeKind[] kinds) => new(kinds.Length > 0 ? [.. kinds] : [.. Enum.GetValues<NoticeKind>()], NoticeTiming.AtOnce);

    public async Task<IReadOnlyList<string>> OutboxAsync() =>
        [.. (await Store.ListAsync("outbox/", cancel: Cancel).ToListAsync(Cancel)).Where(name => !name.StartsWith("outbox/digests/", StringComparison.Ordinal))];

    public static readonly NoticeOptions Mail = new() { HasMail = true };
}

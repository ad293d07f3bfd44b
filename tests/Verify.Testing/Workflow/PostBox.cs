using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Verify.Workflow;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Testing.Workflow;

/// <summary>Takes every notice of a desk, or says why not.</summary>
public sealed class PostBox : IPostOffice
{
    readonly ConcurrentQueue<(string To, string Id, string Text)> taken = [];

    /// <summary>What a receiver, a webhook's name or a mail address, answers; by default it takes everything.</summary>
    public Func<string, Posted> Answers { get; set; } = _ => new Posted.Done();

    /// <summary>Runs before a receiver answers: to hang, to look, to die.</summary>
    public Func<string, CancellationToken, Task> Meanwhile { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Every try, in the order in which they were made.</summary>
    public ConcurrentQueue<string> Tried { get; } = [];

    public ConcurrentQueue<(string Webhook, Notice Notice)> Notices { get; } = [];

    public ConcurrentQueue<NoticeMail> Mails { get; } = [];

    /// <summary>Each as its receiver, its id, and all that it says, as written.</summary>
    public IReadOnlyCollection<(string To, string Id, string Text)> Taken => taken;

    public IEnumerable<NoticeKind> KindsTo(string webhook) => Notices.Where(one => one.Webhook == webhook).Select(one => one.Notice.Kind);

    /// <summary>A desk that tells by this box.</summary>
    public Action<IServiceCollection> On(NoticeOptions options) => services => services.AddSingleton(options).AddSingleton<IPostOffice>(this);

    public static NoticeOptions Webhook(string name = "newsroom", params NoticeKind[] kinds) =>
        new() { Webhooks = [new(name, kinds.Length > 0 ? [.. kinds] : [.. Enum.GetValues<NoticeKind>()])] };

    public async Task<Posted> PostAsync(string webhook, Notice notice, CancellationToken cancel)
    {
        var answer = await AnswerAsync(webhook, cancel);
        if (answer is Posted.Done)
        {
            Notices.Enqueue((webhook, notice));
            taken.Enqueue((webhook, notice.Id, JsonSerializer.Serialize(notice.Data, WorkflowJson.Stored.NoticeData) + string.Join('\n', [notice.Text.Title, .. notice.Text.Lines])));
        }
        return answer;
    }

    public async Task<Posted> MailAsync(NoticeMail mail, CancellationToken cancel)
    {
        var answer = await AnswerAsync(mail.To, cancel);
        if (answer is Posted.Done)
        {
            Mails.Enqueue(mail);
            taken.Enqueue((mail.To, mail.Id, $"{mail.Subject}\n{mail.Text}"));
        }
        return answer;
    }

    async Task<Posted> AnswerAsync(string receiver, CancellationToken cancel)
    {
        Tried.Enqueue(receiver);
        await Meanwhile(receiver, cancel);
        return Answers(receiver);
    }
}

using Verify.Workflow.Notices.Telling;

namespace Verify.Workflow.Ports;

/// <summary>Where nobody is told: the commands of operators, a desk without receivers.</summary>
sealed class NoPostOffice : IPostOffice
{
    static readonly Posted None = new Posted.Failed("this program sends nothing");

    public Task<Posted> PostAsync(string webhook, Notice notice, CancellationToken cancel) => Task.FromResult(None);

    public Task<Posted> MailAsync(NoticeMail mail, CancellationToken cancel) => Task.FromResult(None);
}

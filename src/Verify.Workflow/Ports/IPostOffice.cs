using Verify.Workflow.Notices.Telling;

namespace Verify.Workflow.Ports;

/// <summary>Carries notices to programs and people. Bounded in time and bytes; throws nothing but a cancellation.</summary>
public interface IPostOffice
{
    /// <param name="webhook">A name of the settings.</param>
    Task<Posted> PostAsync(string webhook, Notice notice, CancellationToken cancel);

    Task<Posted> MailAsync(NoticeMail mail, CancellationToken cancel);
}

/// <summary>What became of a notice. A problem names neither an address nor anything of a secret.</summary>
public abstract record Posted
{
    Posted() { }

    public sealed record Done : Posted;

    /// <summary>To be tried again.</summary>
    /// <param name="RetryAfter">What the receiver asks for.</param>
    public sealed record Failed(string Problem, TimeSpan? RetryAfter = null) : Posted;

    /// <summary>The receiver will never take it.</summary>
    public sealed record Refused(string Problem) : Posted;
}

using System.Collections.Immutable;

namespace Verify.Workflow.Notices;

/// <summary>Who is told, as the settings of a desk say. By default nobody: then nothing is written and nothing is looked for.</summary>
public sealed record NoticeOptions
{
    public ImmutableArray<WebhookReceiver> Webhooks { get; init; } = [];

    /// <summary>The desk can send mail, so reviewers may choose to be told by it.</summary>
    public bool HasMail { get; init; }

    /// <summary>How long new claims are gathered for who wants to be told at once, and for webhooks. Default 1 hour.</summary>
    public TimeSpan DigestEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Where people reach the desk, without a slash at its end; null for messages without links.</summary>
    public string? DeskAddress { get; init; }

    /// <summary>False where no receiver is set: nothing needs to be sent then.</summary>
    public bool TellsAnybody => HasMail || Webhooks.Length > 0;

    internal bool Tells(NoticeKind kind) => HasMail || Webhooks.Any(webhook => webhook.Kinds.Contains(kind));
}

/// <summary>A program that is told.</summary>
/// <param name="Name">1 to 40 lower-case letters, digits and hyphens: what waits for it is kept under this name.</param>
public sealed record WebhookReceiver(string Name, ImmutableArray<NoticeKind> Kinds, NoticeLanguage Language = NoticeLanguage.En);

/// <summary>The languages that notices are written in.</summary>
public enum NoticeLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Indonesian.</summary>
    Id,
}

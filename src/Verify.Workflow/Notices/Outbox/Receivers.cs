using System.Security.Cryptography;
using System.Text;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>How the outbox names who is told, and what they are told.</summary>
static class Receivers
{
    const string WebhookStart = "webhook-";
    const string PersonStart = "person-";

    public static string Of(WebhookReceiver webhook) => WebhookStart + webhook.Name;

    public static string OfPerson(string pseudonym) => PersonStart + pseudonym;

    /// <summary>Null where the receiver is no person.</summary>
    public static string? Person(string receiver) => receiver.StartsWith(PersonStart, StringComparison.Ordinal) ? receiver[PersonStart.Length..] : null;

    /// <summary>The id of a notice: 32 hex digits that follow from what it tells of.</summary>
    public static string NoticeId(params ReadOnlySpan<string> of) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', of!))))[..32];
}

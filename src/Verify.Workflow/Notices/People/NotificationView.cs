using System.Text.Json.Serialization;

namespace Verify.Workflow.Notices.People;

/// <summary>A person's choice as they see it.</summary>
/// <param name="HasMail">This desk can send mail.</param>
/// <param name="Address">Where they are told; not written where they gave none, or have not confirmed it.</param>
/// <param name="Unconfirmed">An address whose code is waited for; not written where there is none.</param>
/// <param name="Choice">What they chose, or what is proposed to who chose nothing yet.</param>
public sealed record NotificationView(
    bool HasMail, NoticeChoice Choice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Address = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Unconfirmed = null)
{
    internal static NotificationView Of(Contact? contact, NoticeOptions options) =>
        contact is null ? new(options.HasMail, NoticeChoice.Usual) : new(options.HasMail, contact.Choice, contact.Address, contact.Pending?.Address);
}

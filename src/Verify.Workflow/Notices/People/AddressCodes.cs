using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Notices.People;

/// <summary>
/// Codes that show that an address is who gave it. How many were sent is kept apart from the contact (<c>codes/{pseudonym}</c>, times alone), so that
/// who removes and gives addresses again and again cannot have strangers written to.
/// </summary>
sealed class AddressCodes(IBlobs blobs, Contacts contacts, IPostOffice office, NoticeOptions options, TimeProvider clock)
{
    public const int MostADay = 5;
    public const int MostWrong = 5;
    public static readonly Refusal NothingToConfirm = new(RefusalKind.NotFound, "nothingToConfirm", "You have given no address whose code is waited for. Give one first.");

    const string Prefix = "codes/";

    static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>A person waits for the answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Answer<NotificationView>> SendAsync(Actor by, string address, CancellationToken cancel)
    {
        if (!await CountAsync(by.Id, cancel))
            return new Refusal(RefusalKind.TooMany, "tooManyCodes", string.Create(CultureInfo.InvariantCulture, $"{MostADay} codes were sent for you within a day, and no more are. Try again tomorrow."));
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        var pending = new PendingAddress(address, Hash(by.Id, address, code), clock.GetUtcNow() + Life);
        var contact = await contacts.ChangeAsync(by.Id, found => (found ?? new(by.Role, NoticeChoice.Usual)) with { Pending = pending }, cancel);
        var posted = await MailAsync(Telling.NoticeMail.OfCode(address, code, contact.Choice.Language), cancel);
        if (posted is Posted.Done) return NotificationView.Of(contact, options);

        // Kept as pending it would look as if a code were on its way.
        await contacts.ChangeKeptAsync(by.Id, found => found.Pending == pending ? found with { Pending = null } : found, cancel);
        return posted is Posted.Refused refused
            ? new Refusal(RefusalKind.Invalid, "addressRefused", $"No code could be sent there: {refused.Problem}. Look at the address.", "/address")
            : new Refusal(RefusalKind.Unavailable, "mailUnavailable", $"No code could be sent: {(posted as Posted.Failed)?.Problem}. Try again in a while.");
    }

    public bool IsRight(PendingAddress pending, string pseudonym, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(pending.Code), Encoding.ASCII.GetBytes(Hash(pseudonym, pending.Address, code)));

    async Task<Posted> MailAsync(Telling.NoticeMail mail, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            return await office.MailAsync(mail, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Posted.Failed("the mail server did not answer in time");
        }
    }

    /// <summary>False, and nothing counted, once enough were sent.</summary>
    async Task<bool> CountAsync(string pseudonym, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var blob = await blobs.ReadAsync(Prefix + pseudonym, cancel);
            ImmutableArray<DateTimeOffset> lately = [.. Read(blob).Where(sent => sent > now - Life)];
            if (lately.Length >= MostADay) return false;
            var content = JsonSerializer.SerializeToUtf8Bytes(lately.Add(now), WorkflowJson.Stored.ImmutableArrayDateTimeOffset);
            if (blob is null ? await blobs.CreateAsync(Prefix + pseudonym, content, cancel) : await blobs.ReplaceAsync(Prefix + pseudonym, content, blob.Version, cancel) is not null)
                return true;
        }
    }

    static ImmutableArray<DateTimeOffset> Read(Blob? blob)
    {
        try
        {
            return blob is null ? [] : JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.ImmutableArrayDateTimeOffset) is { IsDefault: false } read ? read : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    static string Hash(string pseudonym, string address, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pseudonym}\n{address}\n{code}")));
}

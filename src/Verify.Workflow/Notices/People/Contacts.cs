using System.Collections.Immutable;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Notices.People;

/// <summary>The contacts as they are kept: <c>contacts/{pseudonym}</c>. No journal, record or log holds any of it.</summary>
sealed class Contacts(IBlobs blobs)
{
    public const string Prefix = "contacts/";

    public async Task<Contact?> FindAsync(string pseudonym, CancellationToken cancel) => await blobs.ReadAsync(Prefix + pseudonym, cancel) is { } blob ? Read(blob) : null;

    public async Task<ImmutableDictionary<string, Contact>> AllAsync(CancellationToken cancel)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Contact>(StringComparer.Ordinal);
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
            if (await blobs.ReadAsync(name, cancel) is { } blob && Read(blob) is { } contact) all[name[Prefix.Length..]] = contact;
        return all.ToImmutable();
    }

    /// <summary>Replaces what is kept by what <paramref name="change"/> makes of it, asked again where somebody else was faster.</summary>
    public async Task<Contact> ChangeAsync(string pseudonym, Func<Contact?, Contact> change, CancellationToken cancel) => (await TryChangeAsync(pseudonym, change, cancel))!;

    /// <summary>The same of what is kept already, and nothing where its owner removed it: that does not come back.</summary>
    /// <returns>Null where nothing is kept.</returns>
    public Task<Contact?> ChangeKeptAsync(string pseudonym, Func<Contact, Contact> change, CancellationToken cancel) =>
        TryChangeAsync(pseudonym, found => found is null ? null : change(found), cancel);

    async Task<Contact?> TryChangeAsync(string pseudonym, Func<Contact?, Contact?> change, CancellationToken cancel)
    {
        while (true)
        {
            var blob = await blobs.ReadAsync(Prefix + pseudonym, cancel);
            if (change(blob is null ? null : Read(blob)) is not { } changed) return null;
            var content = JsonSerializer.SerializeToUtf8Bytes(changed, WorkflowJson.Stored.Contact);
            if (blob is not null && blob.Content.Span.SequenceEqual(content)) return changed;
            if (blob is null ? await blobs.CreateAsync(Prefix + pseudonym, content, cancel) : await blobs.ReplaceAsync(Prefix + pseudonym, content, blob.Version, cancel) is not null)
                return changed;
        }
    }

    public Task RemoveAsync(string pseudonym, CancellationToken cancel) => blobs.DeleteAsync(Prefix + pseudonym, cancel: cancel);

    // One that is spoilt keeps nobody else from being told; its owner writes it anew.
    static Contact? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.Contact) is { } read && NoticeChoiceRules.Refuse(read.Choice) is null ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Erasing;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Quarantine;

/// <summary>Keeps an input that was refused at a door nobody waits at, with the reason. The same input is kept once, and not again once an operator discarded it.</summary>
/// <param name="Raw">Null where the door could not take the bytes; the reason then says where they are.</param>
public sealed record QuarantineInput(ReadOnlyMemory<byte>? Raw, ArticleSource Source, string Code, string Reason) : IRequest<QuarantinedInput>;

/// <summary>A refused input.</summary>
/// <param name="Id">64 lower-case hex digits.</param>
public sealed record QuarantinedInput(string Id, ArticleSource Source, string Code, string Reason, DateTimeOffset At, long? Bytes);

sealed class QuarantineInputHandler(IBlobs blobs, QuarantineBlobs kept, TimeProvider clock) : IRequestHandler<QuarantineInput, QuarantinedInput>
{
    public async Task<QuarantinedInput> Handle(QuarantineInput asked, CancellationToken cancel)
    {
        var id = IdOf(asked);
        if (asked.Code == ErasedArticles.Code) asked = asked with { Raw = null }; // these bytes may not be kept, here neither
        var item = new QuarantinedInput(id, asked.Source, asked.Code, asked.Reason, clock.GetUtcNow(), asked.Raw?.Length);
        if (await kept.DiscardedAsync(id, cancel) is not null) return item; // an operator has seen these bytes
        if (asked.Raw is { } raw) await blobs.KeepAsync($"{QuarantineBlobs.Prefix}{id}{QuarantineBlobs.RawName}", raw, cancel);
        var isNew = await blobs.KeepAsync($"{QuarantineBlobs.Prefix}{id}{QuarantineBlobs.ReasonName}", JsonSerializer.SerializeToUtf8Bytes(item, WorkflowJson.Stored.QuarantinedInput), cancel);
        if (isNew) DeskMetrics.Quarantined(asked.Code);
        return item;
    }

    static string IdOf(QuarantineInput asked)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{asked.Source.Door}\n{asked.Source.Name}\n"));
        if (asked.Source.Address is { } address) hash.AppendData(Encoding.UTF8.GetBytes($"{address}\n"));
        if (asked.Raw is { } raw) hash.AppendData(raw.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Text;
using System.Text.Json;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Messages;

/// <summary>
/// Events as Event Grid delivers them, in its own schema or in CloudEvents 1.0
/// (learn.microsoft.com/azure/event-grid/event-schema-blob-storage).
/// </summary>
static class BlobEvent
{
    const string Created = "Microsoft.Storage.BlobCreated";
    const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    const string Containers = "blobServices/default/containers/";
    const string Blobs = "/blobs/";

    /// <summary>Whether this is an event of either schema, good or bad, and nothing else that may be sent.</summary>
    public static bool IsEvent(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("eventType", out _) || element.TryGetProperty("specversion", out _));

    /// <param name="element">An event, by <see cref="IsEvent"/>.</param>
    /// <param name="container">The drop container.</param>
    public static QueueMessage Read(JsonElement element, string container)
    {
        var isCloudEvent = element.TryGetProperty("specversion", out var version);
        if (isCloudEvent && !(version.ValueKind == JsonValueKind.String && version.ValueEquals("1.0"))) return Refused(element, MessageProblems.OtherCloudEvents());
        var typeName = isCloudEvent ? "type" : "eventType";
        if (Text(element, typeName) is not { } type) return Refused(element, MessageProblems.NoField(typeName));
        if (type == Validation) return new QueueMessage.Nothing();
        if (type != Created) return Refused(element, MessageProblems.OtherEvent(type, Created));
        if (Text(element, "subject") is not { } subject) return Refused(element, MessageProblems.NoField("subject"));
        return Of(subject) is var (place, name)
            ? place == container ? Dropped(element, container, name) : Refused(element, MessageProblems.OtherContainer(place, container))
            : Refused(element, MessageProblems.OtherSubject(subject));
    }

    /// <summary>"verify-inbox" and "a/b.txt" of "/blobServices/default/containers/verify-inbox/blobs/a/b.txt".</summary>
    static (string Container, string Name)? Of(string subject)
    {
        var path = subject.StartsWith('/') ? subject[1..] : subject;
        if (!path.StartsWith(Containers, StringComparison.Ordinal)) return null;
        var end = path.IndexOf(Blobs, Containers.Length, StringComparison.Ordinal);
        return end < 0 ? null : (path[Containers.Length..end], path[(end + Blobs.Length)..]);
    }

    static QueueMessage Dropped(JsonElement element, string container, string name)
    {
        // The subject spells the name as it is and its address in the data escapes it; should either ever be the other way round, the two tell.
        if (element.TryGetProperty("data", out var data) && Text(data, "url") is { } address)
        {
            var (subject, unescaped) = (name, Uri.UnescapeDataString(name));
            var stands = Uri.UnescapeDataString(address.Split('?')[0]);
            if (Ends(stands, subject)) name = subject;
            else if (Ends(stands, unescaped)) name = unescaped;
            else if (!Ends(address, subject)) return Refused(element, MessageProblems.TwoBlobs(subject, address));
        }
        return InboxNames.IsName(name) ? new QueueMessage.DroppedBlob(name) : Refused(element, MessageProblems.NoBlobName(name));

        bool Ends(string address, string named) => address.EndsWith($"/{container}/{named}", StringComparison.Ordinal);
    }

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static QueueMessage.Refused Refused(JsonElement element, InputProblem problem) => new(problem, Encoding.UTF8.GetBytes(element.GetRawText()));
}

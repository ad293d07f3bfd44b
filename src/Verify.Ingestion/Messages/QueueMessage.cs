using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Verify.Ingestion.Decoding;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Messages;

/// <summary>One thing that a message of the queue asks for.</summary>
abstract record QueueMessage
{
    const int MostEvents = 100;
    const string InboxPrefix = "inbox/";

    /// <summary>Says the charset and leaves the format to the reader.</summary>
    const string Utf8Text = "application/octet-stream; charset=utf-8";

    QueueMessage() { }

    /// <summary>Take this blob of the drop container.</summary>
    public sealed record DroppedBlob(string Name) : QueueMessage;

    /// <summary>Take the article at this address; whether it is one that is fetched shows when it is.</summary>
    public sealed record Address(string Value) : QueueMessage;

    /// <summary>Take these bytes: text, a page or a JSON envelope.</summary>
    public sealed record Article(ReadOnlyMemory<byte> Bytes, string? MediaType) : QueueMessage;

    /// <summary>Nothing is to be done.</summary>
    public sealed record Nothing : QueueMessage;

    /// <param name="Raw">What was refused: the message, or one event of it.</param>
    public sealed record Refused(InputProblem Problem, ReadOnlyMemory<byte> Raw) : QueueMessage;

    /// <summary>
    /// What a message asks for; several things only where it is an array of events. Never empty, never throws. A message is, in this order:
    /// <list type="number">
    /// <item><c>inbox/</c> and the name of a dropped blob, in one line;</item>
    /// <item>an address, with its scheme and without white space;</item>
    /// <item>an event or an array of events, as Event Grid delivers them (its own schema or CloudEvents 1.0);</item>
    /// <item>base64 of any of these, or of at least 48 bytes of anything else;</item>
    /// <item>the article.</item>
    /// </list>
    /// </summary>
    /// <param name="container">The drop container: blobs anywhere else are not taken.</param>
    public static ImmutableArray<QueueMessage> Parse(string body, string container)
    {
        var raw = Encoding.UTF8.GetBytes(body);
        if (Trimmed(body) is not { Length: > 0 } text) return [new Refused(Problems.Empty(MessageProblems.Name), raw)];
        if (TextCheck.LoneSurrogate(body) is >= 0 and var lone) return [new Refused(Problems.LoneSurrogate(MessageProblems.Name, body, lone, null), raw)];
        if (Named(text, container, raw) is { IsEmpty: false } named) return named;
        if (Base64.Of(text) is { } inner)
        {
            var isUtf8 = Utf8.IsValid(inner);
            if (isUtf8 && Named(Trimmed(Encoding.UTF8.GetString(inner)), container, raw) is { IsEmpty: false } wrapped) return wrapped;
            if (text.Length >= Base64.ShortestOfAnything) return [new Article(inner, isUtf8 ? Utf8Text : null)];
        }
        return [new Article(raw, Utf8Text)];
    }

    /// <returns>Empty where the text names nothing: then it is itself what was sent.</returns>
    static ImmutableArray<QueueMessage> Named(string text, string container, ReadOnlyMemory<byte> raw)
    {
        if (text.StartsWith(InboxPrefix, StringComparison.Ordinal) && !text.AsSpan().ContainsAny('\r', '\n'))
            return [InboxNames.IsName(text[InboxPrefix.Length..]) ? new DroppedBlob(text[InboxPrefix.Length..]) : new Refused(MessageProblems.NoBlobName(text), raw)];
        if (IsAddress(text)) return [new Address(text)];
        return text is ['{' or '[', ..] ? Events(text, container, raw) : [];
    }

    static bool IsAddress(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, scheme).IndexOfAnyExcept(SchemeLetters) < 0 && !text.Any(char.IsWhiteSpace);
    }

    static ImmutableArray<QueueMessage> Events(string text, string container, ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object) return BlobEvent.IsEvent(root) ? [BlobEvent.Read(root, container)] : [];
            if (root.GetArrayLength() > MostEvents) return [new Refused(MessageProblems.TooManyEvents(root.GetArrayLength(), MostEvents), raw)];
            if (root.GetArrayLength() == 0 || !root.EnumerateArray().All(BlobEvent.IsEvent)) return [new Refused(MessageProblems.NoEvents(), raw)];
            return [.. root.EnumerateArray().Select(element => BlobEvent.Read(element, container))];
        }
        catch (JsonException)
        {
            return []; // the reader says where an envelope is broken; and a text may begin with a bracket
        }
    }

    static string Trimmed(string body) => body.AsSpan().Trim().Trim('\uFEFF').Trim().ToString();

    static readonly System.Buffers.SearchValues<char> SchemeLetters =
        System.Buffers.SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}

using System.Globalization;
using System.Text.Json;
using Verify.Workflow.Ports;

namespace Verify.Ingestion;

/// <summary>Every refusal, in one place. Each message names the thing, the place and the way out.</summary>
static class Problems
{
    const string SaveAsUtf8 = "Save it as UTF-8 text and send it again.";

    public static InputProblem Empty(string name, string? field = null) =>
        new("empty", $"{At(name, field)} holds no text. Send the article's text.", field);

    public static InputProblem TooLarge(string name, int bytes, int limit) =>
        new("tooLarge", Say($"{name} has {bytes:N0} bytes; up to {limit:N0} are read. Send the article alone, or in parts."));

    public static InputProblem UnsupportedFormat(string name, string what) =>
        new("unsupportedFormat", $"{name} is {what}, which is not read. Send plain text, HTML or JSON.");

    public static InputProblem HoldsNul(string name, ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf((byte)0);
        return new("notText", Say($"{name} holds a NUL byte at offset {at:N0}: it is a binary file, or UTF-16 without a byte-order mark. {SaveAsUtf8}"));
    }

    public static InputProblem HoldsNul(string name, string text, int index, string? field) =>
        new("notText", $"{At(name, field)} holds a NUL character at {Place(text, index)}: text has none. {SaveAsUtf8}", field);

    public static InputProblem LoneSurrogate(string name, string text, int index, string? field) =>
        new("notText", $"{At(name, field)} holds half a surrogate pair (U+{(int)text[index]:X4}) at {Place(text, index)}: it is no character. {SaveAsUtf8}", field);

    public static InputProblem MostlyControls(string name, string text, int count, int first, string? field) =>
        new("notText", Say($"{At(name, field)} holds {count:N0} control characters, the first at {Place(text, first)}: it is no text. {SaveAsUtf8}"), field);

    public static InputProblem UnknownCharset(string name, string label) =>
        new("invalidEncoding", $"{name} is declared as charset {Short(label)}, which is not known. {SaveAsUtf8}");

    public static InputProblem InvalidBytes(string name, string encoding, int offset, byte value) =>
        new("invalidEncoding", Say($"{name} is not valid {encoding}: the byte 0x{value:X2} at offset {offset:N0} cannot be decoded. {SaveAsUtf8}"));

    public static InputProblem UnknownEncoding(string name, int offset, byte value) =>
        new("invalidEncoding", Say($"{name} is not UTF-8 (byte 0x{value:X2} at offset {offset:N0}) and its encoding could not be told. Save it as UTF-8, or declare its charset."));

    public static InputProblem NoLanguageTag(string sent) =>
        new("wrongShape", $"The language {Short(sent)} is no BCP 47 tag. Send one such as \"id\" or \"en-GB\", or none to have it found.");

    public static InputProblem WrongShape(string message, string? field = null) => new("wrongShape", message, field);

    public static InputProblem LoneEscape(string name, string json, int index) =>
        new("notText", $"{name} holds half a surrogate pair ({json.AsSpan(index, 6)}) at {Place(json, index)}: it is no character. Send both halves, or the character itself.");

    public static InputProblem InvalidJson(string name, JsonException bad)
    {
        // The library's message goes on with the place, counted from 0.
        var reason = bad.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0];
        return new("wrongShape", Say($"{name} is not valid JSON at line {bad.LineNumber + 1}, byte {bad.BytePositionInLine + 1}: {reason}"), "");
    }

    public static InputProblem NoArticle(string name, string why) =>
        new("noArticle", $"{name} {why}. Send the page of one article, or its text.");

    public static InputProblem PageTooLarge(string name, string what, int limit) =>
        new("tooLarge", Say($"{name} is a page with more than {limit:N0} {what}. Send the article's text itself."));

    /// <summary>Something the sender wrote, quoted, printable and short enough for a message.</summary>
    public static string Short(string sent)
    {
        const int longest = 60;
        var printable = new string([.. sent.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c).Take(longest)]);
        return sent.Length > longest ? $"\"{printable}…\"" : $"\"{printable}\"";
    }

    static string At(string name, string? field) => field is null ? name : $"{name}, field {Short(field)},";

    /// <summary>"line 3, character 14": both count from 1, characters in UTF-16 code units.</summary>
    static string Place(string text, int index)
    {
        var before = text.AsSpan(0, index);
        var line = before.Count('\n') + 1;
        return Say($"line {line:N0}, character {index - before.LastIndexOf('\n'):N0}");
    }

    static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}

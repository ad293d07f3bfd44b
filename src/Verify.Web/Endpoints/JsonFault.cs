using System.Globalization;
using System.Text;
using System.Text.Json;
using Verify.Workflow.Reviews;

namespace Verify.Web.Endpoints;

/// <summary>Puts what the JSON reader found wrong into words for the sender: the place, and what stands there instead; no name of a type.</summary>
static class JsonFault
{
    static IEnumerable<string> Reasons => Enum.GetValues<RejectionReason>().Select(reason => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()));

    /// <summary>Where, as a JSON pointer; empty for the whole body.</summary>
    public static string Pointer(JsonException wrong)
    {
        var pointer = new StringBuilder();
        foreach (var step in (wrong.Path ?? "$")[1..].Split('.', '[', ']'))
            if (step.Length > 0) pointer.Append('/').Append(step.Trim('\'').Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        return pointer.ToString();
    }

    public static string Message(JsonException wrong)
    {
        var place = Pointer(wrong);
        if (wrong.InnerException is FormatException format) return $"At {place}: {format.Message}";
        if (wrong.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase)) return "A field is given twice. Send each once.";
        if (wrong.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return $"{place} is no field of this judgement. Remove it, or see /openapi/v1.json for the right name.";
        if (wrong.Message.Contains("missing required", StringComparison.Ordinal)) return $"A field is missing{At(place)}: {Quoted(wrong.Message)}.";
        if (wrong.Message.Contains("type discriminator", StringComparison.Ordinal)) return "\"judgement\" is one of approve, correct, reject.";
        if (place.EndsWith("/reason", StringComparison.Ordinal)) return $"{place} is one of {string.Join(", ", Reasons)}.";
        return place.Length > 0
            ? $"{place} holds a value of the wrong kind. /openapi/v1.json says what it takes."
            : string.Create(CultureInfo.InvariantCulture, $"The body is no JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.");
    }

    static string At(string place) => place.Length > 0 ? $" at {place}" : "";

    // The names that the reader lists at the end of its message: 'verdict', 'reason'.
    static string Quoted(string message) =>
        string.Join(", ", message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('\'').Where((_, index) => index % 2 == 1).Select(name => $"\"{name}\""));
}

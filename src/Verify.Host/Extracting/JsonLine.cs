using System.Text.Json;

namespace Verify.Host.Extracting;

/// <summary>One input line: <c>{"id","lang"?,"text"}</c>. Other fields are passed over, so that a data set can be piped in as it is.</summary>
readonly record struct JsonLine(string Id, string? Language, string Text)
{
    /// <returns>The line, or what is wrong with it.</returns>
    public static (JsonLine Line, string? Error) Read(ReadOnlySpan<byte> line)
    {
        string? id = null, language = null, text = null;
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject) return (default, "a line is a JSON object with id and text.");
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                if (json.ValueTextEquals("id"u8)) id = Once(id, ReadText(ref json, "id"), "id");
                else if (json.ValueTextEquals("lang"u8)) language = Once(language, ReadText(ref json, "lang"), "lang");
                else if (json.ValueTextEquals("text"u8)) text = Once(text, ReadText(ref json, "text"), "text");
                else json.Skip();
            }
            if (json.Read()) return (default, "something stands behind the JSON object. One object a line.");
        }
        catch (JsonException wrong)
        {
            return (default, $"not JSON at byte {wrong.BytePositionInLine}. One whole object stands on one line.");
        }
        catch (InvalidOperationException)
        {
            return (default, "a text is not valid UTF-8 or holds half a surrogate pair. Send whole characters.");
        }
        catch (FormatException wrong)
        {
            return (default, wrong.Message);
        }
        if (id is null) return (default, "\"id\" is missing. A line is {\"id\":\"…\",\"text\":\"…\"}.");
        return text is null ? (default, "\"text\" is missing. A line is {\"id\":\"…\",\"text\":\"…\"}.") : (new(id, language, text), null);
    }

    static string? Once(string? before, string? now, string field) => before is null ? now : throw new FormatException($"\"{field}\" stands twice.");

    static string? ReadText(ref Utf8JsonReader json, string field)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.Null when field == "lang" => null,
            JsonTokenType.Number when field == "id" => System.Text.Encoding.UTF8.GetString(json.ValueSpan),
            _ => throw new FormatException($"\"{field}\" is a string."),
        };
    }
}

using System.Text.Json;

namespace Verify.Claims;

/// <summary>Writes places of a text. A lone surrogate in a slice is written as U+FFFD.</summary>
static class PlaceJson
{
    /// <summary>A place with its words, or null.</summary>
    public static void WriteSlice(Utf8JsonWriter json, string text, string name, Excerpt? place)
    {
        if (place is not { } given)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        WritePlace(json, text, given);
        json.WriteEndObject();
    }

    /// <summary>A place without its words, or null.</summary>
    public static void WriteBare(Utf8JsonWriter json, string name, Excerpt? place)
    {
        if (place is not { } given)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("start", given.Start);
        json.WriteNumber("end", given.End);
        json.WriteEndObject();
    }

    /// <summary>The members of a place, into an object that is open.</summary>
    public static void WritePlace(Utf8JsonWriter json, string text, Excerpt place)
    {
        json.WriteNumber("start", place.Start);
        json.WriteNumber("end", place.End);
        var slice = place.Of(text);
        if (HasLoneSurrogate(slice)) json.WriteString("text", WithoutLoneSurrogates(slice));
        else json.WriteString("text", slice);
    }

    static bool HasLoneSurrogate(ReadOnlySpan<char> slice)
    {
        foreach (var rune in slice.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD) return true;
        }
        return false;
    }

    static string WithoutLoneSurrogates(ReadOnlySpan<char> slice)
    {
        var text = new System.Text.StringBuilder(slice.Length);
        foreach (var rune in slice.EnumerateRunes()) text.Append(rune.ToString());
        return text.ToString();
    }
}

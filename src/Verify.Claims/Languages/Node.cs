using System.Text.Json;

namespace Verify.Claims.Languages;

/// <summary>A place in a language file: reads what must be there, and says exactly where it is not.</summary>
readonly struct Node(string file, string path, JsonElement element)
{
    public LanguageDataException Wrong(string what) => new($"{file}: {(path.Length == 0 ? "the file" : path)}{what}");

    /// <summary>The members in file order; a name given twice is an error.</summary>
    public IEnumerable<(string Name, Node Value)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong($" must be an object, not {Kind}.");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name)) throw Wrong($": \"{member.Name}\" is listed twice.");
            yield return (member.Name, new(file, Join(member.Name), member.Value));
        }
    }

    public IEnumerable<Node> Items()
    {
        if (element.ValueKind != JsonValueKind.Array) throw Wrong($" must be a list, not {Kind}.");
        var at = 0;
        foreach (var item in element.EnumerateArray()) yield return new(file, $"{path}[{at++}]", item);
    }

    /// <summary>A text that is not blank.</summary>
    public string Text()
    {
        if (element.ValueKind != JsonValueKind.String) throw Wrong($" must be a text, not {Kind}.");
        var text = element.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? throw Wrong(" is empty.") : text;
    }

    /// <summary>A text of one character.</summary>
    public char Character()
    {
        if (element.ValueKind != JsonValueKind.String) throw Wrong($" must be a text, not {Kind}.");
        return element.GetString() is [var c] ? c : throw Wrong(" must be one character.");
    }

    public decimal Number()
    {
        if (element.ValueKind != JsonValueKind.Number) throw Wrong($" must be a number, not {Kind}.");
        return element.TryGetDecimal(out var value) ? value : throw Wrong(" is too large a number.");
    }

    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong($" must be true or false, not {Kind}."),
    };

    public string[] Texts() => [.. Items().Select(i => i.Text())];

    string Kind => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";
}

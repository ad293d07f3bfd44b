using System.Text.Json;

namespace Verify.Claims.Languages;

/// <summary>
/// A place in a language file: reads what must be there, and says exactly where it is not. A class, because lists of references are compiled before the program
/// starts and lists of other structures are not (the decision page start-up); its path is only put together for a fault.
/// </summary>
sealed class Node
{
    readonly string file;
    readonly JsonElement element;
    readonly Node? above;
    readonly string? name;
    readonly int at;

    public Node(string file, JsonElement element) => (this.file, this.element) = (file, element);

    Node(Node above, string? name, int at, JsonElement element)
        : this(above.file, element) => (this.above, this.name, this.at) = (above, name, at);

    public LanguageDataException Wrong(string what) => new($"{file}: {(Path.Length == 0 ? "the file" : Path)}{what}");

    /// <summary>The members in file order; a name given twice is an error.</summary>
    public IEnumerable<(string Name, Node Value)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong($" must be an object, not {Kind}.");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = member.Name;
            if (!seen.Add(name)) throw Wrong($": \"{name}\" is listed twice.");
            yield return (name, new(this, name, 0, member.Value));
        }
    }

    public IEnumerable<Node> Items()
    {
        RefuseNoList();
        var at = 0;
        foreach (var item in element.EnumerateArray()) yield return new(this, null, at++, item);
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

    /// <summary>The texts of a list, none of them blank.</summary>
    public string[] Texts()
    {
        RefuseNoList();
        var texts = new string[element.GetArrayLength()];
        var at = 0;
        foreach (var item in element.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString() : null;
            texts[at] = string.IsNullOrWhiteSpace(text) ? new Node(this, null, at, item).Text() : text;
            at++;
        }
        return texts;
    }

    string Path => above is null ? "" : name is null ? $"{above.Path}[{at}]" : above.Path.Length == 0 ? name : $"{above.Path}.{name}";

    string Kind => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    void RefuseNoList()
    {
        if (element.ValueKind != JsonValueKind.Array) throw Wrong($" must be a list, not {Kind}.");
    }
}

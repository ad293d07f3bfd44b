using System.Text.Json.Nodes;

namespace Verify.Infra.Tests.Bicep;

/// <summary>One resource that a deployment would make, with its unique part of every name written as <c>x</c>.</summary>
sealed record Resource(JsonObject Body)
{
    public string Type => Body["type"]!.GetValue<string>();

    public string Name => Body["name"]!.GetValue<string>();

    public string Id => Body["id"]!.GetValue<string>();

    /// <summary>For a role, a lock or a diagnostic setting: the name of what it is on.</summary>
    public string On => Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)].Split('/')[^1];

    /// <summary>What stands at a path such as <c>properties.rules[0].name</c>; null where nothing does.</summary>
    public JsonNode? At(string path)
    {
        JsonNode? node = Body;
        foreach (var part in path.Split('.', '['))
            node = part[^1] == ']' ? node?[int.Parse(part[..^1])] : node?[part];
        return node;
    }

    public override string ToString() => $"{Type} {Name}";
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verify.Infra.Tests.Bicep;

/// <summary>
/// What a snapshot leaves open because only Azure knows it, put into words: the suffixes of the public cloud, and
/// <c>{identity.clientId}</c> for what another module answers.
/// </summary>
sealed class Expressions
{
    static readonly Dictionary<string, string> PublicCloud = new()
    {
        ["environment().suffixes.storage"] = "core.windows.net",
        ["environment().suffixes.keyvaultDns"] = ".vault.azure.net",
        ["environment().authentication.loginEndpoint"] = "https://login.microsoftonline.com/",
    };

    readonly string text;
    int at;

    Expressions(string text) => this.text = text;

    /// <summary>The same JSON with every expression put into words.</summary>
    public static JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Resolve(member.Key), Resolve(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Resolve)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Resolve(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    static string Resolve(string value)
    {
        if (value.Length < 2 || value[0] != '[' || value[^1] != ']' || value[1] == '[')
            return value;
        var expression = new Expressions(value[1..^1]);
        var resolved = expression.Value();
        return expression.at == expression.text.Length ? resolved : throw new FormatException($"Not understood from {expression.at}: {value}");
    }

    string Value()
    {
        while (text[at] == ' ')
            at++;
        var value = new StringBuilder(text[at] == '\'' ? Quoted() : Called());
        while (at < text.Length && text[at] == '.')
        {
            at++;
            value.Append('.').Append(Word());
        }
        var whole = value.ToString();
        if (whole.StartsWith("reference:", StringComparison.Ordinal))
            whole = $"{{{whole["reference:".Length..].Replace(".outputs.", ".", StringComparison.Ordinal)}}}".Replace(".value}", "}", StringComparison.Ordinal);
        return PublicCloud.GetValueOrDefault(whole, whole);
    }

    string Quoted()
    {
        var value = new StringBuilder();
        for (at++; text[at] != '\'' || (at + 1 < text.Length && text[at + 1] == '\''); at++)
        {
            if (text[at] == '\'')
                at++;
            value.Append(text[at]);
        }
        at++;
        return value.ToString();
    }

    string Called()
    {
        var name = Word();
        if (at == text.Length || text[at] != '(')
            return name;
        List<string> arguments = [];
        for (at++; text[at] != ')'; at += text[at] == ',' ? 1 : 0)
            arguments.Add(Value());
        at++;
        return name switch
        {
            "format" => string.Format(CultureInfo.InvariantCulture, arguments[0], [.. arguments[1..]]),
            "reference" => $"reference:{arguments[0].Split('/')[^1].TrimEnd('*').TrimEnd('-')}",
            "resourceId" => string.Join('/', arguments),
            "uniqueString" => "*",
            "coalesce" => arguments[0],
            "tryGet" => $"{arguments[0][..^1]}.{string.Join('.', arguments[1..].Where(part => part is not ("outputs" or "value")))}}}",
            _ => $"{name}({string.Join(", ", arguments)})",
        };
    }

    string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at > start ? text[start..at] : throw new FormatException($"Not understood from {at}: {text}");
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Verify.Hosting.Settings;

static class Addresses
{
    /// <summary>An absolute http or https address without a user name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Without what may be secret in an address: the query and the user.</summary>
    public static string Shown(string address)
    {
        var shown = address.Split('?', '#')[0];
        var from = shown.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var slash = shown.IndexOf('/', from);
        var at = shown.LastIndexOf('@', slash < 0 ? shown.Length - 1 : slash);
        if (from > 0 && at >= from) shown = string.Concat(shown.AsSpan(0, from), "…", shown.AsSpan(at));
        return shown.Length == address.Length ? shown : shown + (address.Contains('?', StringComparison.Ordinal) ? "?…" : "");
    }

    /// <summary>A name, a name with every name below it, or a bracketed IPv6 address. Never "*" alone: that would answer to any name at all.</summary>
    public static bool IsHostName(string text)
    {
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        if (name.StartsWith('[')) return name.EndsWith(']') && Uri.CheckHostName(name[1..^1]) == UriHostNameType.IPv6;
        return !name.Contains(':', StringComparison.Ordinal) && Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4;
    }
}

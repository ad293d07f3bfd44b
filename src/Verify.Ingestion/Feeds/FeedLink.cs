using System.Diagnostics.CodeAnalysis;
using Verify.Ingestion.Fetching;

namespace Verify.Ingestion.Feeds;

/// <summary>The link of an item, as an address that can be fetched.</summary>
static class FeedLink
{
    /// <summary>
    /// Absolute, https, without a fragment, spelt the same way every time; null for anything else (<c>javascript:</c>, <c>mailto:</c>, an
    /// address with a user's name). A plain http link on the usual port is asked for over https: nothing is ever fetched over http, and the
    /// sites that still write it answer https too.
    /// </summary>
    public static string? Of(Uri around, string stated)
    {
        if (!TryResolve(around, stated, out var uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsDefaultPort)) return null;
        if (uri.UserInfo.Length > 0) return null;
        try
        {
            if (uri.IdnHost.Length == 0) return null;
            var port = uri.IsDefaultPort ? -1 : uri.Port;
            var spelt = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttps, Port = port, Host = uri.IdnHost, Fragment = "" }.Uri.AbsoluteUri;
            return spelt.Length <= FetchTarget.Longest ? spelt : null;
        }
        catch (UriFormatException)
        {
            return null; // letters that no host's name may have
        }
    }

    /// <summary>The same for an id, which is a link only where it is one by itself: "1234" is not the page of that name.</summary>
    public static string? OfId(string stated) => Uri.TryCreate(stated, UriKind.Absolute, out var uri) && !stated.StartsWith('/') ? Of(uri, stated) : null;

    public static bool TryResolve(Uri around, string stated, [NotNullWhen(true)] out Uri? resolved)
    {
        resolved = null;
        stated = stated.Trim();
        if (stated.Length is 0 or > FetchTarget.Longest) return false;
        // A path alone is an absolute file address to the parser on some systems.
        return stated.StartsWith('/') && Uri.TryCreate(stated, UriKind.Relative, out var path)
            ? Uri.TryCreate(around, path, out resolved)
            : Uri.TryCreate(around, stated, out resolved);
    }
}

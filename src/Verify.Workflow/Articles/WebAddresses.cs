namespace Verify.Workflow.Articles;

/// <summary>Spells addresses of pages so that one page has one address.</summary>
static class WebAddresses
{
    /// <summary>The address with its host as it is asked for and without its fragment; trimmed and else as sent where it is no address at all.</summary>
    public static string Canonical(string sent)
    {
        sent = sent.Trim();
        if (!Uri.TryCreate(sent, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return sent;
        try
        {
            return new UriBuilder(uri) { Host = uri.IdnHost, Fragment = "" }.Uri.AbsoluteUri;
        }
        catch (UriFormatException)
        {
            return sent; // letters that no name may have
        }
    }

    /// <summary>Whether a page may speak for another address: only of its own site, so that none can pass as somebody else's.</summary>
    public static bool IsSameSite(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b)
        && a.Scheme == b.Scheme && string.Equals(Site(a), Site(b), StringComparison.OrdinalIgnoreCase);

    static string Site(Uri address) => address.Authority.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Authority[4..] : address.Authority;
}

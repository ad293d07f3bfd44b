namespace Verify.Ingestion.Fetching;

/// <summary>An address as it may be asked for: https, on a port that is open to it, for everybody, without a fragment.</summary>
sealed class FetchTarget(FetchOptions options, Surroundings around)
{
    /// <summary>Characters: what browsers and servers are known to take.</summary>
    public const int Longest = 2048;

    public Passed<Uri> Of(string address)
    {
        address = address.Trim();
        if (address.Length > Longest) return FetchProblems.TooLong(address, Longest);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Of(uri) : FetchProblems.Malformed(address);
    }

    /// <param name="location">Where <paramref name="from"/> leads on to, as it was sent.</param>
    public Passed<Uri> Of(Uri from, string location)
    {
        if (location.Length > Longest) return FetchProblems.TooLong(location, Longest);
        // A path alone is an absolute file address to the parser on some systems.
        var isPath = location.StartsWith('/') && Uri.TryCreate(location, UriKind.Relative, out _);
        if (!Uri.TryCreate(from, isPath ? new Uri(location, UriKind.Relative) : null, out var to) && !Uri.TryCreate(from, location, out to))
            return FetchProblems.NowhereToGo(from);
        return Of(to);
    }

    Passed<Uri> Of(Uri uri)
    {
        try
        {
            if (uri.IdnHost.Length is 0 or > 255) return FetchProblems.Malformed(uri.OriginalString);
        }
        catch (UriFormatException)
        {
            return FetchProblems.Malformed(uri.OriginalString); // letters that no name may have
        }
        if (uri.UserInfo.Length > 0) return FetchProblems.WithUser(uri);
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && IsTestServer(uri))) return FetchProblems.NotHttps(uri);
        if (!options.Ports.Contains(uri.Port) && !IsTestServer(uri)) return FetchProblems.OtherPort(uri);
        // Also spells the host as it is asked for, so that one page has one address.
        return new UriBuilder(uri) { Host = uri.IdnHost, Fragment = "" }.Uri;
    }

    bool IsTestServer(Uri uri) => uri.Port == around.TestServer?.Port;
}

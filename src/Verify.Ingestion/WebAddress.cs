namespace Verify.Ingestion;

/// <summary>Addresses that articles are published at.</summary>
static class WebAddress
{
    const int Longest = 2048;

    /// <summary>The address as stated, trimmed; null unless it is absolute, http or https, without a user's name in it.</summary>
    public static string? Of(string stated)
    {
        stated = stated.Trim();
        return stated.Length <= Longest
            && Uri.TryCreate(stated, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            ? stated
            : null;
    }
}

using System.Collections.Immutable;

namespace Verify.Workflow.Feeds;

/// <summary>The feeds that a desk follows.</summary>
public sealed record FeedOptions
{
    const int MostAddresses = 1_000, LongestAddress = 2048;

    /// <summary>Addresses of RSS or Atom feeds, absolute and https. None by default.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>How often a feed is looked at; more seldom where it asks for that, or fails. Default 15 minutes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many articles are taken of a feed that was never read before, the newest ones; what is older stays out for good. Default 20.</summary>
    public int FirstItems { get; init; } = 20;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public FeedOptions Checked()
    {
        if (Addresses.IsDefault) throw Wrong(nameof(Addresses), "missing", "is a list, which may be empty");
        if (Addresses.Length > MostAddresses) throw Wrong(nameof(Addresses), Addresses.Length, $"names at most {MostAddresses} feeds");
        if (Every < TimeSpan.FromMinutes(1) || Every > TimeSpan.FromDays(1)) throw Wrong(nameof(Every), Every, "is one minute to one day");
        if (FirstItems is < 0 or > 1_000) throw Wrong(nameof(FirstItems), FirstItems, "takes 0 to 1000");
        if (Addresses.FirstOrDefault(address => !IsFeedAddress(address)) is { } wrong)
            throw Wrong(nameof(Addresses), $"\"{Shown(wrong)}\"", $"names absolute https addresses without a user's name, of at most {LongestAddress} characters");
        if (Addresses.GroupBy(address => address).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
            throw Wrong(nameof(Addresses), $"\"{Shown(twice)}\" twice", "names each feed once");
        return this;
    }

    static bool IsFeedAddress(string? address) =>
        address is { Length: <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Length > 0;

    // What stands behind the question mark, or before the "@", may be what opens the feed.
    static string Shown(string? address) => (address ?? "").Split('?')[0].Split('@')[^1] is var shown && shown.Length > 200 ? shown[..200] + "…" : shown;

    static ArgumentException Wrong(string name, object value, string law) =>
        new(FormattableString.Invariant($"The setting {name} is {value}; it {law}."));
}

using System.Globalization;
using System.Xml;

namespace Verify.Ingestion.Feeds;

/// <summary>How often a feed's makers want it to be looked at: <c>ttl</c> of RSS, or the syndication module (web.resource.org/rss/1.0/modules/syndication).</summary>
sealed class FeedPace
{
    const string Syndication = "http://purl.org/rss/1.0/modules/syndication/";

    TimeSpan? lives, period;
    int frequency = 1;

    /// <summary>The longer of the two; null where neither is stated.</summary>
    public TimeSpan? Every
    {
        get
        {
            var updated = period / frequency;
            return updated is null || lives > updated ? lives : updated;
        }
    }

    /// <summary>Reads an element that stands for one of them, and passes it; false, and nothing is read, for any other.</summary>
    public bool Reads(XmlReader element)
    {
        if (element.Depth > 2) return false;
        switch (element.LocalName, element.NamespaceURI)
        {
            case ("ttl", _):
                lives = Number(ItemElement.TextOf(element)) is { } minutes ? TimeSpan.FromMinutes(minutes) : lives;
                return true;
            case ("updatePeriod", Syndication):
                period = PeriodOf(ItemElement.TextOf(element)) ?? period;
                return true;
            case ("updateFrequency", Syndication):
                frequency = Number(ItemElement.TextOf(element)) ?? frequency;
                return true;
            default:
                return false;
        }
    }

    static TimeSpan? PeriodOf(string named) => named.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };

    static int? Number(string stated) =>
        int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
}

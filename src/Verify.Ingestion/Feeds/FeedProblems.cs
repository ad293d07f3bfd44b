using System.Globalization;
using System.Xml;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Feeds;

/// <summary>Every reason why a feed, or a part of it, is not read, in one place.</summary>
static class FeedProblems
{
    const string WayOut = "Give the address of an RSS or Atom feed.";

    public static InputProblem NoAddress(string sent) => new("addressMalformed", $"{Problems.Short(sent)} is no address of a feed. {WayOut}");

    public static InputProblem TooLarge(Uri address, int bytes, int most) =>
        new("tooLarge", Say($"{Name(address)} has {bytes:N0} bytes; of a feed up to {most:N0} are read. Look whether the site has one for each of its sections."));

    public static InputProblem Empty(Uri address) => new("empty", $"{Name(address)} holds nothing. {WayOut}");

    public static InputProblem NoFeed(Uri address, bool isPage, string? root) => isPage || string.Equals(root, "html", StringComparison.OrdinalIgnoreCase)
        ? new("notFeed", $"{Name(address)} is a web page and no feed. {WayOut}")
        : new("notFeed", $"{Name(address)} is XML that begins with <{Problems.Short(root ?? "").Trim('"')}>, and no feed. {WayOut}");

    public static InputProblem NotXml(Uri address, bool isPage, XmlException broken) => isPage
        ? NoFeed(address, isPage, null)
        : new("notFeed", $"{Name(address)} is no XML ({Place(broken)}), so it is no feed. {WayOut}");

    public static string BreaksOff(XmlException broken, int items) =>
        Say($"The feed is broken at {Place(broken)}; the {items:N0} items in front of that were read.");

    public static string? WithoutLinks(int items) =>
        items == 0 ? null : Say($"{items:N0} of its items have no link to a page that can be fetched.");

    public static string? Longer(bool isCut, int most) => isCut ? Say($"The feed is longer than the {most:N0} items that are read.") : null;

    public static string TooDeep(int most) => Say($"Elements stand more than {most:N0} deep in each other.");

    static string Place(XmlException broken) => Say($"line {broken.LineNumber:N0}, character {broken.LinePosition:N0}");

    static string Name(Uri address) => Problems.Short(address.AbsoluteUri);

    static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Xml;

namespace Verify.Hosting.Settings;

static class Durations
{
    /// <summary>
    /// <c>[-][d.]hh:mm:ss[.fffffff]</c> or ISO 8601 without years and months, whose lengths vary. A bare number is refused: .NET
    /// reads "10" as ten days.
    /// </summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Count(letter => letter == ':') == 2) return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
        if (!IsIso(text)) return false;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return false;
        }
    }

    static bool IsIso(string text)
    {
        var rest = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        if (!rest.StartsWith("P", StringComparison.Ordinal)) return false;
        var time = rest.IndexOf('T');
        return !(time < 0 ? rest : rest[..time]).ContainsAny('Y', 'M');
    }
}

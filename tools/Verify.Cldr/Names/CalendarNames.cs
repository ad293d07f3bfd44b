using System.Text.Json.Nodes;

namespace Verify.Cldr.Names;

/// <summary>Months and days of the week, whole and abbreviated.</summary>
sealed class CalendarNames
{
    public List<string> Months { get; } = [];

    public List<string> Weekdays { get; } = [];

    public void Add(JsonNode? gregorian)
    {
        foreach (var use in (string[])["format", "stand-alone"])
        {
            foreach (var width in (string[])["wide", "abbreviated"])
            {
                Take(gregorian?["months"]?[use]?[width], Months);
                Take(gregorian?["days"]?[use]?[width], Weekdays);
            }
        }
    }

    /// <summary>A name with digits in it ("M01", "3月") is a pattern, and one of a single letter no name.</summary>
    static void Take(JsonNode? names, List<string> into)
    {
        foreach (var (_, value) in names?.AsObject() ?? [])
        {
            var name = value!.GetValue<string>().Trim();
            if (name.Length > 1 && !name.Any(char.IsDigit) && !into.Contains(name, StringComparer.OrdinalIgnoreCase)) into.Add(name);
        }
    }
}

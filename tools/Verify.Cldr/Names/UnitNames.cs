using System.Text.Json.Nodes;

namespace Verify.Cldr.Names;

/// <summary>Names of units with their UCUM codes, in all plural and case forms, whole and short.</summary>
static class UnitNames
{
    public static void Add(JsonNode? units, NameTable after, NameTable before, Signs signs)
    {
        foreach (var width in (string[])["long", "short"])
        {
            foreach (var (unit, forms) in units?[width]?.AsObject() ?? [])
            {
                foreach (var (key, value) in forms!.AsObject())
                {
                    if (key is "gender" or "perUnitPattern" || value is not JsonValue text) continue;
                    Add(unit, text.GetValue<string>(), after, before, signs);
                }
            }
        }
    }

    static void Add(string unit, string pattern, NameTable after, NameTable before, Signs signs)
    {
        var name = pattern.Replace("{0}", "", StringComparison.Ordinal).Trim(' ', '\u00a0', '\u202f', '-');
        if (name.Length == 0 || name.Any(char.IsDigit)) return;
        if (unit == "concentr-percent") signs.Percent(name);
        else if (Ucum.Code(unit) is { } code)
        {
            var leads = pattern.EndsWith("{0}", StringComparison.Ordinal);
            if (leads) before.Add(code, name);
            else if (name.Length > 1 || !char.IsAsciiLetter(name[0]) || Ucum.IsSafeLetter(unit)) after.Add(code, name);
        }
    }
}

using System.Globalization;

namespace Verify.Ingestion.Envelopes;

/// <summary>Finds <c>\ud800</c> to <c>\udfff</c> without their other half: well-formed JSON (RFC 8259 §8.2) that stands for no text.</summary>
static class LoneEscape
{
    /// <summary>Index in well-formed JSON of the first such escape; -1 when there is none.</summary>
    public static int In(string json)
    {
        var pending = -1;
        for (var i = 0; i < json.Length; i++)
        {
            // A pair may be half escape, half character only where the JSON itself holds a lone surrogate, which decoding has refused.
            var unit = json[i] == '\\' && json[i + 1] == 'u' ? Unit(json, i) : '\0';
            if (char.IsLowSurrogate(unit) != pending >= 0) return pending >= 0 ? pending : i;
            pending = char.IsHighSurrogate(unit) ? i : -1;
            if (unit != '\0') i += 5;
            else if (json[i] == '\\') i++;
        }
        return pending;
    }

    static char Unit(string json, int at) => (char)ushort.Parse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

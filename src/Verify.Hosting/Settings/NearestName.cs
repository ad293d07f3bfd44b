namespace Verify.Hosting.Settings;

/// <summary>What somebody most likely meant by a name that is none.</summary>
static class NearestName
{
    /// <summary>The known name with the fewest slips of the hand or, failing that, with the same last part; null where nothing is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.FirstOrDefault(other => name.StartsWith(other + ":", StringComparison.OrdinalIgnoreCase)) // something below a list
            ?? names.Select(other => (Name: other, Slips: Slips(name.ToUpperInvariant(), other.ToUpperInvariant())))
                .Where(other => other.Slips <= Math.Max(2, other.Name.Length / 4))
                .OrderBy(other => other.Slips).Select(other => other.Name).FirstOrDefault()
            ?? names.FirstOrDefault(other => string.Equals(LastPart(other), LastPart(name), StringComparison.OrdinalIgnoreCase));
    }

    static string LastPart(string name) => name[(name.LastIndexOf(':') + 1)..];

    /// <summary>Letters to add, leave out or change (Levenshtein). Names longer than any setting's are not measured.</summary>
    static int Slips(string one, string other)
    {
        if (one.Length > 100) return int.MaxValue;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var before = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = before + (one[i - 1] == other[j - 1] ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}

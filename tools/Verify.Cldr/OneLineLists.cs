using System.Text;

namespace Verify.Cldr;

/// <summary>Puts the lists of indented JSON on one line each, except lists of rules, which are read line by line.</summary>
static class OneLineLists
{
    public static string Of(string json)
    {
        var written = new StringBuilder();
        List<string>? list = null;
        foreach (var line in json.Split('\n'))
        {
            var bare = line.Trim();
            if (list is null && bare.EndsWith('['))
            {
                list = [];
                written.Append(line);
            }
            else if (list is not null && bare.StartsWith(']'))
            {
                var rules = list.Exists(l => l.Length > 1 && char.IsAsciiDigit(l[1]) && l.Contains(": ", StringComparison.Ordinal));
                var indent = new string(' ', line.Length - line.TrimStart().Length);
                written.Append(rules ? $"\n{indent}  " + string.Join($"\n{indent}  ", list) + $"\n{indent}" : string.Join(" ", list)).Append(bare).Append('\n');
                list = null;
            }
            else if (list is not null) list.Add(bare);
            else written.Append(line).Append('\n');
        }
        return written.ToString().TrimEnd('\n');
    }
}

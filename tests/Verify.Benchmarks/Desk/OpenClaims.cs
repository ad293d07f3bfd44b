using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Verify.Benchmarks.Desk;

/// <summary>
/// Makes a folder in which many claims wait. The program itself takes in a few articles; the rest are those once more under other ids and a minute
/// earlier each time, in all files and names, which the program cannot tell from articles that came in.
/// </summary>
static partial class OpenClaims
{
    const int Sown = 40;

    /// <returns>How many claims wait.</returns>
    public static async Task<int> MakeAsync(string data, int atLeast)
    {
        int waiting;
        using (var desk = await RunningDesk.StartAsync(data)) waiting = await Intake.UntilQueuedAsync(desk.Client, 0, Sown, senders: 4);
        var root = new DirectoryInfo(data);
        var sown = root.GetDirectories("articles")[0].GetDirectories().Select(article => article.Name).ToArray();
        var files = sown.ToDictionary(id => id, id => FilesOf(data, id));
        for (var copy = 1; waiting < atLeast; copy++)
            foreach (var id in sown)
            {
                if (waiting >= atLeast) break;
                var other = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}-{copy}"))));
                foreach (var (name, content) in files[id])
                {
                    var path = Path.Combine(data, NameTime().Replace(name.Replace(id, other, StringComparison.Ordinal), time => Earlier(time, copy)));
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    await File.WriteAllTextAsync(path, TextTime().Replace(content.Replace(id, other, StringComparison.Ordinal), time => Earlier(time, copy)));
                    if (name.StartsWith("queue", StringComparison.Ordinal)) waiting++;
                }
            }
        return waiting;
    }

    static string Earlier(Match time, int minutes)
    {
        var format = time.Value.Contains('-', StringComparison.Ordinal) ? "yyyy-MM-ddTHH:mm" : "yyyyMMddHHmm";
        return DateTime.ParseExact(time.Value, format, CultureInfo.InvariantCulture).AddMinutes(-minutes).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Of a name in the queue and of a due mark, to the minute.</summary>
    [GeneratedRegex(@"(?<=/)20\d{10}(?=\d*[-/])")]
    private static partial Regex NameTime();

    [GeneratedRegex(@"(?<="")20\d\d-\d\d-\d\dT\d\d:\d\d(?=:)")]
    private static partial Regex TextTime();

    static (string Name, string Content)[] FilesOf(string data, string id) =>
        [.. Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .Where(path => path.Contains(id, StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(data, path), File.ReadAllText(path)))];
}

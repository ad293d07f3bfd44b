using System.CommandLine;
using System.Reflection;
using System.Text.Json;

namespace Verify.Benchmarks.Scoreboard;

/// <summary>
/// <c>scoreboard --data DIR --scorer FILE</c>: how well the extractor reads, by sets that are not part of the project. Exit code 0 whatever
/// the figures are, 1 when the scorer fails or the page has no marks, 2 when the data or the scorer are not there.
/// </summary>
static class ScoreboardCommand
{
    const int Failed = 1, NothingToMeasure = 2;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "the folder with the evaluation sets", Required = true };
        var scorer = new Option<FileInfo>("--scorer") { Description = "the scorer, a Python program", Required = true };
        var only = new Option<string?>("--only") { Description = "names of sets, with commas between" };
        var write = new Option<FileInfo?>("--write") { Description = "a page that holds the marks of a scoreboard; all sets are measured for it" };
        var date = new Option<string?>("--date") { Description = "what the page says it was measured on; the commit's date otherwise" };
        var command = new Command("scoreboard", "Measures how well the extractor reads.") { data, scorer, only, write, date };
        command.Validators.Add(given =>
        {
            if (given.GetValue(only) is not null && given.GetValue(write) is not null) given.AddError("--write takes all sets; leave --only away.");
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(scorer), parsed.GetValue(only), parsed.GetValue(write), parsed.GetValue(date), cancel));
        return command;
    }

    static async Task<int> RunAsync(DirectoryInfo data, FileInfo scorer, string? only, FileInfo? write, string? date, CancellationToken cancel)
    {
        if (!data.Exists || !data.EnumerateFiles("*.jsonl").Any()) return await EndAsync(NothingToMeasure, $"{data.FullName} holds no evaluation sets (*.jsonl). They are no part of this repository.");
        if (!scorer.Exists) return await EndAsync(NothingToMeasure, $"{scorer.FullName} is not there. The scorer is no part of this repository.");
        if (write is { Exists: false }) return await EndAsync(Failed, $"{write.FullName} is not there.");

        var scores = await ScoreAsync(data, scorer, only, cancel);
        if (scores is null) return await EndAsync(Failed, "The scorer failed, or what it wrote is not what it used to be.");
        var board = Board.Write(Bars.Shipped(), scores, $"Measured {await Outside.CommitAsync(date, cancel)}.");
        Console.WriteLine(board);
        if (write is null) return 0;

        if (MarkedPage.Replace(await File.ReadAllTextAsync(write.FullName, cancel), board) is not { } page)
            return await EndAsync(Failed, $"{write.FullName} does not hold {MarkedPage.Begin} and {MarkedPage.End}, each once.");
        await File.WriteAllTextAsync(write.FullName, page, cancel);
        return 0;
    }

    static async Task<Scores?> ScoreAsync(DirectoryInfo data, FileInfo scorer, string? only, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("scoreboard-");
        try
        {
            var json = Path.Combine(folder.FullName, "scores.json");
            string[] chosen = only is null ? [] : ["--only", only];
            var printed = await Outside.RunAsync("python3", [scorer.FullName, "--data", data.FullName, "--json", json, .. chosen, "--", "dotnet", Program, "extract", "--jsonl"], cancel);
            if (printed is null || !File.Exists(json)) return null;
            await using var written = File.OpenRead(json);
            return Scores.Read(written);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The <c>verify</c> that was built with this program.</summary>
    static string Program => typeof(ScoreboardCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "VerifyProgram").Value!;

    static async Task<int> EndAsync(int code, string why)
    {
        await Console.Error.WriteLineAsync(why);
        return code;
    }
}

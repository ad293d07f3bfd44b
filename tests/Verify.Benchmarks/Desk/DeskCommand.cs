using System.CommandLine;

namespace Verify.Benchmarks.Desk;

/// <summary><c>desk [--open N] [--requests N] [--articles N] [--data DIR] [--program FILE]</c>: what the program answers how fast while many claims wait, over a folder whose files are flushed.</summary>
static class DeskCommand
{
    public static Command Create()
    {
        var open = new Option<int[]>("--open") { Description = "so many claims wait", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000] };
        var requests = new Option<int>("--requests") { Description = "of each kind", DefaultValueFactory = _ => 1_000 };
        var articles = new Option<int>("--articles") { Description = "sent in at the end, at once", DefaultValueFactory = _ => 1_000 };
        var data = new Option<DirectoryInfo?>("--data") { Description = "where to make the folders; a temporary one otherwise" };
        var program = new Option<FileInfo?>("--program") { Description = "verify.dll of another build, to compare with; the one built beside this otherwise" };
        var command = new Command("desk", "Measures the program over a folder in which many claims wait.") { open, requests, articles, data, program };
        command.SetAction(async (parsed, _) =>
        {
            var root = parsed.GetValue(data)?.FullName ?? Directory.CreateTempSubdirectory("desk-").FullName;
            try
            {
                Console.WriteLine(DeskFigures.Heading);
                foreach (var count in parsed.GetRequiredValue(open))
                    Console.WriteLine(await DeskRun.MeasureAsync(parsed.GetValue(program)?.FullName, Path.Combine(root, $"open-{count}"), count, parsed.GetValue(requests), parsed.GetValue(articles)));
                return 0;
            }
            catch (Exception failed) when (failed is LoadException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync(failed.Message);
                return 1;
            }
            finally
            {
                if (parsed.GetValue(data) is null) Directory.Delete(root, recursive: true);
            }
        });
        return command;
    }
}

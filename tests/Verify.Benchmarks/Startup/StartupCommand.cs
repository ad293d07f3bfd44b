using System.CommandLine;
using System.Globalization;
using System.Reflection;

namespace Verify.Benchmarks.Startup;

/// <summary><c>startup [--runs N] [--program FILE]</c>: how long <c>verify extract</c> takes over one short text, as a whole process, against a program that does nothing.</summary>
static class StartupCommand
{
    const string English = "The ministry said the plant employs more than 4,500 workers.", Thai = "กระทรวงกล่าวว่าโรงงานมีพนักงานมากกว่า 4,500 คน";

    static readonly (string What, string[] Arguments, string Input)[] Cases =
    [
        ("a text", ["extract"], English),
        ("a text, `--json`", ["extract", "--json"], English),
        ("a text, `--json --lang en`", ["extract", "--json", "--lang", "en"], English),
        ("a line, `--jsonl`", ["extract", "--jsonl"], Line(English)),
        ("a line in Thai, `--jsonl`", ["extract", "--jsonl"], Line(Thai)),
        ("a line with its language, `--jsonl`", ["extract", "--jsonl"], Line(English, ",\"lang\":\"en\"")),
    ];

    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "of each, after one that does not count", DefaultValueFactory = _ => 20 };
        var program = new Option<FileInfo?>("--program") { Description = "verify.dll of another build, to compare with; the one built beside this otherwise" };
        var command = new Command("startup", "Measures how long the program takes over one short text.") { runs, program };
        command.SetAction(async (parsed, cancel) =>
        {
            var (verify, nothing) = (parsed.GetValue(program)?.FullName ?? Built("VerifyProgram"), Built("NothingProgram"));
            Console.WriteLine("| `verify extract` over | ms, least | ms, median | against nothing |\n| --- | ---: | ---: | ---: |");
            foreach (var (what, arguments, input) in Cases)
            {
                var pairs = await WholeProcess.PairsAsync([verify, .. arguments], [nothing], input, parsed.GetValue(runs), cancel);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {what} | {pairs.Min(pair => pair.One):0} | {Median(pairs.Select(pair => pair.One)):0} | {Median(pairs.Select(pair => pair.One / pair.Other)):0.0} |"));
            }
            return 0;
        });
        return command;
    }

    static string Line(string text, string more = "") => $"{{\"id\":\"1\"{more},\"text\":\"{text}\"}}\n";

    static double Median(IEnumerable<double> figures) => figures.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;

    static string Built(string name) => typeof(StartupCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!;
}

using System.CommandLine;
using Verify.Claims;

namespace Verify.Host.Extracting;

/// <summary><c>verify extract [FILE|-] [--lang TAG] [--json|--jsonl]</c></summary>
static class ExtractCommand
{
    const string StandardInput = "-";

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A text, HTML or JSON article; - reads standard input, and so does leaving it out in a pipe.",
            DefaultValueFactory = _ => StandardInput,
        };
        var language = new Option<string?>("--lang")
        {
            Description = $"The language of the text ({string.Join(", ", ClaimExtractor.Languages)}); found when not given.",
            HelpName = "TAG",
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var lines = new Option<bool>("--jsonl") { Description = "Read one JSON object a line ({\"id\",\"lang\"?,\"text\"}) and write one for each." };
        var command = new Command("extract", "Finds the quantitative claims of one article, or of many with --jsonl.") { file, language, json, lines };
        command.Validators.Add(given =>
        {
            if (given.GetValue(json) && given.GetValue(lines)) given.AddError("--json and --jsonl exclude each other: --json writes one article, --jsonl one a line.");
        });
        command.SetAction(given =>
        {
            var name = given.GetValue(file)!;
            if (given.GetResult(file) is not { Tokens.Count: > 0 } && !Console.IsInputRedirected)
                throw new UserException("Name a FILE, or - to type the article here and end it with Ctrl+D.");
            using var input = Open(name);
            if (given.GetValue(lines)) return JsonLines.Run(input, given.GetValue(language));
            var article = OneArticle.Read(input, name, given.GetValue(language));
            if (given.GetValue(json)) article.WriteJson();
            else article.WriteTable();
            return 0;
        });
        return command;
    }

    static Stream Open(string name)
    {
        if (name == StandardInput) return Console.OpenStandardInput();
        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserException(Directory.Exists(name) ? $"{name} is a folder. Name one file in it." : $"{name} cannot be read: {failed.Message}");
        }
    }
}

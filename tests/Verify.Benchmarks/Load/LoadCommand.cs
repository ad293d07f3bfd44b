using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Http.Headers;

namespace Verify.Benchmarks.Load;

/// <summary><c>load desk|usual --to ADDRESS --access-log FILE</c>: the rates and the cost of an app that runs over the emulator.</summary>
static class LoadCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("target") { Description = "desk, or usual for tests/Verify.Benchmarks.UsualWay" }.AcceptOnlyFromAmong(LoadTarget.Desk.Name, LoadTarget.UsualWay.Name);
        var to = new Option<Uri>("--to") { Description = "where the app answers", Required = true, CustomParser = Address };
        var accessLog = new Option<FileInfo>("--access-log") { Description = "where the emulator's output goes", Required = true };
        var token = new Option<string?>("--token") { Description = "of an editor's sign-in link" };
        var articles = new Option<int>("--articles") { Description = "how many articles a run sends", DefaultValueFactory = _ => 20 };
        var claims = new Option<int>("--claims") { Description = "claims in each", DefaultValueFactory = _ => 5 };
        var senders = new Option<int>("--senders") { Description = "requests at once; 1 follows each decision to its record", DefaultValueFactory = _ => 8 };
        var runs = new Option<int>("--runs") { Description = "one after another; the first finds the app cold", DefaultValueFactory = _ => 3 };
        var command = new Command("load", "Measures an app over the emulator.") { target, to, accessLog, token, articles, claims, senders, runs };
        command.SetAction(async (parsed, _) =>
        {
            using var app = new HttpClient { BaseAddress = parsed.GetRequiredValue(to), Timeout = TimeSpan.FromMinutes(2) };
            if (parsed.GetValue(token) is { } shown) app.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
            var log = new AccessLog(parsed.GetRequiredValue(accessLog).FullName);
            var load = new DeskLoad(LoadTarget.Find(parsed.GetRequiredValue(target))!, app, log, parsed.GetValue(articles), parsed.GetValue(claims), parsed.GetValue(senders));
            try
            {
                for (var run = 0; run < parsed.GetValue(runs); run++) Console.WriteLine(await load.RunAsync(run));
                return 0;
            }
            catch (Exception failed) when (failed is LoadException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync(failed.Message);
                return 1;
            }
        });
        return command;
    }

    static Uri? Address(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address)) return address;
        given.AddError($"\"{given.Tokens[0].Value}\" is no address; one looks like http://127.0.0.1:7071.");
        return null;
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web;
using Verify.Web.SignIn;
using Verify.Workflow;

namespace Verify.Host.Serving;

/// <summary><c>verify link NAME [--role ROLE] [--hours N] [--url URL] [--data DIR]</c>: a way into a desk for somebody else, or for a program.</summary>
static class LinkCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Who signs in. Journals and records keep a pseudonym of it." };
        var role = new Option<Role>("--role") { Description = "What they may do.", DefaultValueFactory = _ => Role.Reviewer };
        var hours = new Option<int>("--hours") { Description = "How long the link works.", HelpName = "N", DefaultValueFactory = _ => 12 };
        var url = new Option<string>("--url")
        {
            Description = "Where the desk is served.",
            HelpName = "URL",
            DefaultValueFactory = _ => $"http://127.0.0.1:{ServeCommand.DefaultPort}",
        };
        var data = new Option<string>("--data") { Description = "The data folder of the desk.", HelpName = "DIR", DefaultValueFactory = _ => ServeCommand.DefaultData };
        name.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>()?.Trim() is not { Length: >= 1 and <= 100 }) given.AddError("NAME has 1 to 100 characters.");
        });
        hours.CustomParser = given => WholeNumber.Parse(given, 1, 24 * 365);
        var command = new Command("link", "Makes a sign-in link; what stands behind token= is also the bearer token of a program.") { name, role, hours, url, data };
        command.SetAction(given =>
        {
            using var services = new ServiceCollection()
                .AddLogging().AddSingleton(TimeProvider.System)
                .AddVerifyWeb(new WebOptions { KeyDirectory = DataPlaces.Existing(given.GetValue(data)!).Keys })
                .BuildServiceProvider();
            var token = services.GetRequiredService<SignInLinks>().Token(given.GetValue(name)!, given.GetValue(role), TimeSpan.FromHours(given.GetValue(hours)));
            Console.WriteLine($"{given.GetValue(url)!.TrimEnd('/')}{SignInLinks.Path(token)}");
        });
        return command;
    }
}

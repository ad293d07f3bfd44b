using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web;
using Verify.Web.SignIn;
using Verify.Workflow;

namespace Verify.Host.Serving;

/// <summary><c>verify link NAME [--role ROLE] [--hours N] [--url URL] [--data DIR] [--settings FILE]</c>: a way into a desk for somebody else, or for a program.</summary>
static class LinkCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Who signs in. Journals and records keep a pseudonym of it." };
        var role = new Option<Role>("--role") { Description = "What they may do.", DefaultValueFactory = _ => Role.Reviewer };
        var hours = new Option<int>("--hours") { Description = "How long the link works.", HelpName = "N", DefaultValueFactory = _ => 12 };
        var url = new Option<string?>("--url") { Description = "Where the desk is served. [default: http://127.0.0.1 and the port of the settings]", HelpName = "URL" };
        var settings = new HostSettings();
        name.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>()?.Trim() is not { Length: >= 1 and <= 100 }) given.AddError("NAME has 1 to 100 characters.");
        });
        hours.CustomParser = given => WholeNumber.Parse(given, 1, 24 * 365);
        var command = new Command("link", "Makes a sign-in link; what stands behind token= is also the bearer token of a program.") { name, role, hours, url, settings.Data, settings.File };
        command.SetAction(given =>
        {
            var desk = settings.Read(given);
            using var services = new ServiceCollection()
                .AddLogging().AddSingleton(TimeProvider.System)
                .AddVerifyWeb(new WebOptions { KeyDirectory = DataPlaces.Existing(desk.Store).Keys })
                .BuildServiceProvider();
            var token = services.GetRequiredService<SignInLinks>().Token(given.GetValue(name)!, given.GetValue(role), TimeSpan.FromHours(given.GetValue(hours)));
            var address = given.GetValue(url) ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{desk.Port}");
            Console.WriteLine($"{address.TrimEnd('/')}{SignInLinks.Path(token)}");
        });
        return command;
    }
}

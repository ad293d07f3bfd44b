using System.CommandLine;
using Verify.Storage;

namespace Verify.Host.Serving;

/// <summary><c>verify [--data DIR] [--port N]</c>: the desk itself.</summary>
static class ServeCommand
{
    /// <summary>Where the desk is when nothing else is said: beside where it was started.</summary>
    public const string DefaultData = "verify-data";

    public const int DefaultPort = 5080;

    public static void AddTo(RootCommand root)
    {
        var data = new Option<string>("--data")
        {
            Description = "The data folder, or a container's address.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultData,
        };
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.CustomParser = given => WholeNumber.Parse(given, 0, 65535);
        root.Options.Add(data);
        root.Options.Add(port);
        root.SetAction((given, cancel) =>
        {
            var address = given.GetValue(data)!;
            return ServeDesk.RunAsync(Stores.Open(address), address, given.GetValue(port), cancel);
        });
    }
}

using System.CommandLine;

namespace Verify.Host.Serving;

/// <summary><c>verify [--data DIR] [--port N] [--settings FILE]</c>: the desk itself.</summary>
static class ServeCommand
{
    public static void AddTo(RootCommand root)
    {
        var settings = new HostSettings();
        root.Options.Add(settings.Data);
        root.Options.Add(settings.Port);
        root.Options.Add(settings.File);
        root.SetAction((given, cancel) => ServeDesk.RunAsync(settings.Read(given), cancel));
    }
}

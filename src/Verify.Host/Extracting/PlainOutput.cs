using System.Collections;
using System.Text;
using Spectre.Console;

namespace Verify.Host.Extracting;

/// <summary>
/// A table's way out where there is no terminal: neither input nor output is one. Asking what the terminal can do and how wide it is takes a tenth of the whole
/// time of a program that reads one text, and the answer is known: no colours, and the library's own width.
/// </summary>
sealed class PlainOutput : IAnsiConsoleOutput, IDisposable
{
    const int UsualWidth = 80, UsualHeight = 24;

    readonly StreamWriter writer;

    PlainOutput(Encoding encoding) => writer = new(System.Console.OpenStandardOutput(), encoding);

    public IAnsiConsole Console => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = this,
        Ansi = AnsiSupport.No,
        Interactive = InteractionSupport.No,
        EnvironmentVariables = Variables(),
    });

    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => UsualWidth;

    public int Height => UsualHeight;

    /// <returns>Null where there is a terminal.</returns>
    public static PlainOutput? Open() => System.Console.IsInputRedirected && System.Console.IsOutputRedirected
        ? new(System.Console.OutputEncoding is { CodePage: Utf8.Number } ? new Utf8() : System.Console.OutputEncoding)
        : null;

    /// <summary>The encoding is what the system says.</summary>
    public void SetEncoding(Encoding encoding)
    {
    }

    public void Dispose() => writer.Dispose();

    /// <summary>A service that builds and tests may show colours without a terminal: the library looks for its variables, and takes longer to list them.</summary>
    static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables()) variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }

    /// <summary>Says its name without asking the resources of the framework for it: by its name the library knows whether it can draw lines.</summary>
    sealed class Utf8() : UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
    {
        public const int Number = 65001;

        public override string EncodingName => "Unicode (UTF-8)";
    }
}

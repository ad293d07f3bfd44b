using System.Globalization;
using Verify.Storage;
using Verify.Storage.Copying;

namespace Verify.Host.Copying;

/// <summary>What a copy tells at its end. Plain lines: names are long, and a console would break them.</summary>
static class CopyWords
{
    public static void Tell(CopyReport report)
    {
        foreach (var difference in report.First) Console.WriteLine($"DIFFERENT {difference.Name} {difference.What}");
        if (report.Differences > report.First.Length) Console.WriteLine(Plain($"… and {report.Differences - report.First.Length:N0} more."));
        Console.WriteLine(Plain($"{report.Blobs:N0} blobs, {report.Bytes:N0} bytes, {report.Differences:N0} differences; written now: {report.Written.Blobs:N0} blobs, {report.Written.Bytes:N0} bytes."));
    }

    public static void TellWhatStays(string from, int waiting)
    {
        Console.WriteLine("Stays behind:");
        if (waiting > 0) Console.WriteLine(Plain($"  inbox/ ({waiting:N0} waiting): let the desk in FROM take them in, and copy again; or drop them into the new inbox."));
        Console.WriteLine("  leases: who works on what ends by itself.");
        Console.WriteLine("  settings, and the keys of sign-in links: make new links where the desk goes on.");
        Console.WriteLine(
            $"  the key of the log ({Kept(from, "log.key", "Verify:Log:Key")}): carry it over yourself, as .keys/log.key of a folder or, in base64, as the secret of Verify:Log:Key. "
            + "With another one the log is not sealed on.");
        Console.WriteLine(
            $"  the secret behind pseudonyms ({Kept(from, "pseudonyms.key", "Verify:SignIn:PseudonymSecret")}): carry it over yourself, as .keys/pseudonyms.key of a folder or, in base64, as the secret of Verify:SignIn:PseudonymSecret. "
            + "With another one every reviewer gets another pseudonym: nobody can take back what they decided, and one person can pass for two.");
    }

    static string Kept(string from, string file, string setting) =>
        !Stores.IsContainer(from) && Path.Combine(from, ".keys", file) is var path && File.Exists(path) ? path : $"{setting} of its desk";

    static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

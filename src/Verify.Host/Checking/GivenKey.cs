using System.CommandLine;
using Verify.Workflow.Log.Notes;

namespace Verify.Host.Checking;

/// <summary>The public key that somebody gives: as it is, or in a file.</summary>
static class GivenKey
{
    const string Way = "GET /api/log/key of the desk gives it, as name+hash+base64; take it from where you trust it.";

    public static Option<string?> Option(string otherwise) => new("--key") { Description = $"The log's public key, name+hash+base64, or a file that holds it. {otherwise}", HelpName = "KEY" };

    /// <exception cref="UserException">It is no key.</exception>
    public static VerifierKey Read(string given)
    {
        if (VerifierKey.TryParse(given, out var key)) return key;
        if (!File.Exists(given)) throw new UserException($"\"{given}\" is neither a public key nor a file. {Way}");
        return VerifierKey.TryParse(File.ReadAllText(given), out key) ? key : throw new UserException($"{given} holds no public key. {Way}");
    }

    public static UserException Missing(string why) => new($"{why} Give the log's public key with --key: {Way}");
}

using System.Security.Cryptography;
using System.Text;

namespace Verify.Web.SignIn;

/// <summary>
/// Gives each name one pseudonym: <c>r-</c> and 16 hex digits, the same for ever while the secret is the same. Only who holds the
/// secret can tell which name stands behind one.
/// </summary>
sealed class Pseudonyms(ReadOnlyMemory<byte> secret)
{
    const string FileName = "pseudonyms.key";
    const int SecretBytes = 32;

    public string Of(string name) =>
        "r-" + Convert.ToHexStringLower(HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes(name)))[..16];

    /// <summary>With the secret of a folder; the first to ask makes it.</summary>
    public static Pseudonyms In(string directory)
    {
        PrivateFolder.Make(directory);
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) Create(path);
        var secret = File.ReadAllBytes(path);
        return secret.Length == SecretBytes
            ? new(secret)
            : throw new InvalidDataException(
                $"{path} holds {secret.Length} bytes and should hold {SecretBytes}. Restore it from a backup: a new one gives every reviewer a new pseudonym.");
    }

    // Written aside and moved: a crash leaves no half secret, and of two processes one wins.
    static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(aside, RandomNumberGenerator.GetBytes(SecretBytes));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}

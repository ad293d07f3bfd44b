using System.Security.Cryptography;

namespace Verify.Web.Keys;

/// <summary>A secret of 32 random bytes in a file of a private folder. It is made once and never replaced.</summary>
/// <param name="FileName">In the folder.</param>
/// <param name="Lost">What a new one would mean, to stand in a message: "a new one gives …".</param>
public sealed record KeptKey(string FileName, string Lost)
{
    const int Size = 32;

    /// <summary>The secret of a folder; the first to ask makes it.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public byte[] In(string directory)
    {
        PrivateFolder.Make(directory);
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) Create(path);
        return Read(path);
    }

    /// <summary>The secret of a folder; null where none was ever made there. Changes nothing.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public byte[]? FindIn(string directory) => Path.Combine(directory, FileName) is var path && File.Exists(path) ? Read(path) : null;

    byte[] Read(string path)
    {
        var secret = File.ReadAllBytes(path);
        return secret.Length == Size
            ? secret
            : throw new InvalidDataException($"{path} holds {secret.Length} bytes and should hold {Size}. Restore it from a backup: {Lost}");
    }

    // Written aside and moved: a crash leaves no half secret, and of two processes one wins.
    static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(aside, RandomNumberGenerator.GetBytes(Size));
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

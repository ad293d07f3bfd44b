namespace Verify.Host.Serving;

/// <summary>Where this host keeps what is not in the store, and where its inbox is.</summary>
/// <param name="Keys">The keys of sign-in links and sessions: a hidden folder, so that no copy of the store takes them along.</param>
/// <param name="Inbox">Null where the store is a container: its inbox is the container beside it.</param>
sealed record DataPlaces(string Keys, string? Inbox)
{
    const string HiddenKeys = ".keys";

    /// <summary>The places of a desk that has been opened before.</summary>
    /// <exception cref="UserException">No desk was ever opened there.</exception>
    public static DataPlaces Existing(string address)
    {
        if (!IsContainer(address) && !Directory.Exists(Path.Combine(address, HiddenKeys)))
            throw new UserException($"There is no desk in {Path.GetFullPath(address)}. Name its folder with --data, or open one there first: verify --data {address}");
        return For(address);
    }

    /// <summary>The places of a desk, made where they are missing.</summary>
    /// <exception cref="UserException">They cannot be made.</exception>
    public static DataPlaces For(string address)
    {
        try
        {
            if (IsContainer(address)) return new(Directory.CreateDirectory(KeysOf(address)).FullName, null);
            var data = Path.GetFullPath(address);
            return new(Directory.CreateDirectory(KeysOf(address)).FullName, Directory.CreateDirectory(Path.Combine(data, "inbox")).FullName);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The data folder {address} cannot be made: {failed.Message} Choose another with --data.");
        }
    }

    /// <summary>Where the keys of a desk are, whether they are there or not.</summary>
    public static string KeysOf(string address) => IsContainer(address)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "verify", "keys")
        : Path.Combine(Path.GetFullPath(address), HiddenKeys);

    /// <summary>
    /// Where a desk remembers its log: beside its keys. Desks over several containers have the keys of this machine in common, and each a
    /// folder of its own for this.
    /// </summary>
    public static string MemoryOf(string address) => IsContainer(address) ? Path.Combine(KeysOf(address), NameOf(address)) : KeysOf(address);

    static string NameOf(string address) =>
        string.Concat(address.Split('?')[0].Split("://")[1].TrimEnd('/').ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'));

    static bool IsContainer(string address) => address.Contains("://", StringComparison.Ordinal);
}

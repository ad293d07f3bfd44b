namespace Verify.Host.Serving;

/// <summary>Where this host keeps what is not in the store, and where its inbox is.</summary>
/// <param name="Keys">The keys of sign-in links and sessions: a hidden folder, so that no copy of the store takes them along.</param>
/// <param name="Inbox">Null where the store is a container: its inbox is watched by the cloud.</param>
sealed record DataPlaces(string Keys, string? Inbox)
{
    /// <exception cref="UserException">The folders cannot be made.</exception>
    public static DataPlaces For(string address)
    {
        try
        {
            if (address.Contains("://", StringComparison.Ordinal))
            {
                var own = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "verify", "keys");
                return new(Directory.CreateDirectory(own).FullName, null);
            }
            var data = Path.GetFullPath(address);
            return new(Directory.CreateDirectory(Path.Combine(data, ".keys")).FullName, Directory.CreateDirectory(Path.Combine(data, "inbox")).FullName);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The data folder {address} cannot be made: {failed.Message} Choose another with --data.");
        }
    }
}
